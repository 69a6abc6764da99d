package dev.rollcall.attach;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.attach.OpenNow.OfType;
import dev.rollcall.cli.Main;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.CommandedJvm;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM is followed by a recording of ours, which touches none of its own. */
final class FollowTest {
  private static final String OPENED = "dev.rollcall.testing.Program$Opened";
  private static final int DEADLINE_SECONDS = 60;

  @TempDir private Path directory = Path.of("");

  private static Map<Long, RunningRecording> recordings(AttachedJvm attached) throws Exception {
    return attached.running().stream().collect(toMap(RunningRecording::id, recording -> recording));
  }

  @Test
  void theCountsComeAndTheOwnRecordingStaysAsItIs() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 3", "buffers 2", "close 1");
      try (AttachedJvm attached = Attach.to(jvm.pid())) {
        Map<Long, RunningRecording> before = recordings(attached);
        assertThat(before).hasSize(1);
        Long own = before.keySet().iterator().next();

        BlockingQueue<OpenNow> queue = new LinkedBlockingQueue<>();
        Follow follow = Follow.of(attached, queue::add, () -> {});
        try {
          OpenNow now = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
          assertThat(now).isNotNull();
          assertThat(now.types().stream().map(OfType::type))
              .containsExactly("dev.rollcall.testing.Buffer", OPENED);
          assertThat(now.types().stream().map(OfType::open)).containsExactly(2L, 2L);
          assertThat(now.types().stream().map(OfType::registered)).containsExactly(2L, 3L);

          Map<Long, RunningRecording> during = recordings(attached);
          assertThat(during.remove(own)).isEqualTo(before.get(own));
          Map<String, String> settings = during.values().iterator().next().settings();
          assertThat(settings)
              .containsEntry("rollcall.LiveCount#enabled", "true")
              .containsEntry("rollcall.Register#enabled", "false");
          assertThat(settings.entrySet().stream().filter(set -> set.getKey().endsWith("#enabled")))
              .filteredOn(Map.Entry::getValue, "true")
              .hasSize(1);

          jvm.tell("close 2");
          while (now.types().get(1).open() != 0) {
            now = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertThat(now).isNotNull();
          }
        } finally {
          follow.close();
        }
        assertThat(recordings(attached)).isEqualTo(before);
        endedBySignal(jvm, attached, before);
      }
      jvm.end();
      assertThat(jvm.file()).isNotEmptyFile();
    }
  }

  /** As Ctrl-C does, by the same way out. */
  private void endedBySignal(
      CommandedJvm jvm, AttachedJvm attached, Map<Long, RunningRecording> before) throws Exception {
    Process tool =
        new ChildJvm()
            .options("-Drollcall.columns=60", "-Drollcall.lines=8")
            .start(directory.resolve("tool.txt"), Main.class, "watch", String.valueOf(jvm.pid()));
    try (BufferedReader table = tool.inputReader(StandardCharsets.UTF_8)) {
      String line = table.readLine();
      assertThat(line).contains("JVM " + jvm.pid() + " at ").contains(": 2 open, of 2 types");
      while (!line.contains("\u001b[5A")) { // written over
        line = table.readLine();
        assertThat(line).isNotNull();
      }
      assertThat(recordings(attached)).hasSize(2);
      tool.toHandle().destroy(); // the process alone would close the reader
      while (table.readLine() != null) {
        // To its end.
      }
    }
    assertThat(tool.waitFor()).isEqualTo(143);
    assertThat(recordings(attached)).isEqualTo(before);
  }

  /** What a dump has begun goes on for as long as that, and no longer. */
  @Test
  void aSignalEndsWhatADumpHasBegun() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).unrecorded()) {
      jvm.tell("open 3");
      try (AttachedJvm attached = Attach.to(jvm.pid())) {
        assertThat(recordings(attached)).isEmpty();
        Process tool =
            new ChildJvm()
                .start(
                    directory.resolve("tool.txt"),
                    Main.class,
                    "dump",
                    String.valueOf(jvm.pid()),
                    "--seconds",
                    "600");
        while (recordings(attached).isEmpty()) {
          assertThat(tool.isAlive()).isTrue();
        }
        tool.toHandle().destroy();
        assertThat(tool.waitFor()).isEqualTo(143);
        assertThat(recordings(attached)).isEmpty();
      }
    }
  }
}
