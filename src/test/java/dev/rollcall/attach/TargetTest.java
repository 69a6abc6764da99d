package dev.rollcall.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked, and who is left alone. */
final class TargetTest {
  @TempDir private Path proc = Path.of("");

  private Target target(String status) throws IOException {
    Path directory = Files.createDirectories(proc.resolve("7"));
    Files.writeString(directory.resolve("status"), status);
    return new Target(7, proc);
  }

  /** SIGQUIT ends it if it does not catch it, which is bit 2 of the mask. */
  @Test
  void whetherAProcessCatchesTheSignalIsRead() throws Exception {
    assertThat(target("Name:\tjava\nSigCgt:\t2000000181005ccf\n").catchesQuit()).isTrue();
    assertThat(target("Name:\tsleep\nSigCgt:\t0000000000000002\n").catchesQuit()).isFalse();
    assertThat(target("SigCgt:\tfffffffffffffffb\n").catchesQuit()).isFalse();
    assertThat(target("Name:\tjava\n").catchesQuit()).isNull();
    assertThat(new Target(8, proc).catchesQuit()).isNull();
  }

  @Test
  void aJvmOfAnotherUserIsLeftAlone() throws Exception {
    Target target = target("");
    target.refuseOthers("app", "app");
    target.refuseOthers("app", "root");
    target.refuseOthers(null, "app");
    assertThatThrownBy(() -> target.refuseOthers("app", "eve"))
        .isInstanceOf(NotAttachedException.class)
        .hasMessage(
            "process 7 belongs to app, and only its own user can ask a JVM; run the tool as app");
  }

  @Test
  void aStoppedJvmIsNotWaitedFor() throws Exception {
    target("Name:\tjava\nState:\tS (sleeping)\n").refuseStopped();
    new Target(8, proc).refuseStopped();
    for (String state : new String[] {"T (stopped)", "t (tracing stop)"}) {
      Target stopped = target("Name:\tjava\nState:\t" + state + "\n");
      assertThatThrownBy(stopped::refuseStopped)
          .isInstanceOf(NotAttachedException.class)
          .hasMessage("JVM 7 is stopped and cannot answer; let it go on: kill -CONT 7");
    }
  }

  @Test
  void aVariableOfTheEnvironmentIsFound() throws Exception {
    Target target = target("");
    Files.writeString(proc.resolve("7/environ"), "A=1\0ROLLCALL_MODE=warn\0B=x\ny=z\0");
    assertThat(target.environment("ROLLCALL_MODE")).contains("warn");
    assertThat(target.environment("MODE")).isEmpty();
    assertThat(new Target(8, proc).environment("ROLLCALL_MODE")).isEmpty();
  }

  @Test
  void whatIsNoJvmLivesOn() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      assertThatThrownBy(() -> new Target(sleep.pid()).check(false))
          .isInstanceOf(NotAttachedException.class)
          .hasMessageStartingWith("process " + sleep.pid() + " is not a JVM; ");
      assertThat(sleep.isAlive()).isTrue();
    } finally {
      sleep.destroyForcibly().waitFor();
    }
  }
}
