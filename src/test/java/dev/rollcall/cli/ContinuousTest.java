package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.Told.Run;
import dev.rollcall.testing.CommandedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is not restarted for its recording: {@code jcmd} starts one that keeps only the
 * last while, and dumps it when somebody asks. 26 are registered and 22 released; of the 4 that
 * live, 2 were there before the recording, and nothing of their registrations is left.
 */
final class ContinuousTest {
  private static final String TYPE = "Program$Opened";

  @TempDir private Path directory = Path.of("");

  private CommandedJvm server() throws Exception {
    CommandedJvm jvm = CommandedJvm.in(directory).unrecorded();
    jvm.tell("open 3", "pairs 10");
    jvm.jcmd(
        "JFR.start",
        "name=continuous",
        "settings=jfc/rollcall.jfc",
        "maxage=1h",
        "filename=" + jvm.file());
    return jvm.tell("elsewhere 2", "pairs 5", "maxage 1", "rotate", "close 1", "rotate", "rotate");
  }

  private Path dump(CommandedJvm jvm, String name) throws Exception {
    Path file = directory.resolve(name);
    jvm.jcmd("JFR.dump", "name=continuous", "filename=" + file);
    return file;
  }

  @Test
  void aDumpCountsAllAndTellsWhatLives() throws Exception {
    try (CommandedJvm jvm = server()) {
      Path file = dump(jvm.tell("pairs 6"), "dump.jfr");

      Told told = Told.of(file);
      told.isUnsure(4, 0);
      assertThat(told.total("registered")).isEqualTo(26);
      assertThat(told.total("unregistered")).isEqualTo(22);
      assertThat(told.kinds()).containsExactly("registrations", "unregistrations");
      String lives = Run.of("history --type " + TYPE, file).out();
      assertThat(lives.lines().filter(line -> line.startsWith("0x") && line.contains(" open,")))
          .hasSize(4);
      assertThat(lives)
          .contains(
              "0x2 dev.rollcall.testing.Program$Opened, open,\n", "begins before the recording")
          .contains("at dev.rollcall.testing.Program.openElsewhere(Program.java:");
    }
  }

  /** A check that the program makes while it runs is a verdict, for as long as it is recorded. */
  @Test
  void aDumpAfterACheckSaysWhatLeaked() throws Exception {
    try (CommandedJvm jvm = server()) {
      Path checked = dump(jvm.tell("check"), "checked.jfr");
      Path later = dump(jvm.tell("close 1", "rotate"), "later.jfr");

      Told.of(checked).is(ExitCode.FOUND, 4, 0, 0);
      Told.of(later).isUnsure(3, 0);
      Told.of(checked, later).is(ExitCode.FOUND, 3, 0, 0);
    }
  }

  /** The check at exit finds them in the live map, not in the recording. */
  @Test
  void theFileAtTheEndSaysWhatLeaked() throws Exception {
    try (CommandedJvm jvm = server()) {
      Path dump = dump(jvm, "dump.jfr");
      jvm.tell("rotate").end();

      Told.of(jvm.file()).is(ExitCode.FOUND, 4, 0, 0);
      Told.of(dump, jvm.file()).is(ExitCode.FOUND, 4, 0, 0);
      Told.of(dump).isUnsure(4, 0);
    }
  }

  /** A name of its own for each start: the file of the last one is not overwritten. */
  @Test
  void aDirectoryTakesAFileOfEachStart() throws Exception {
    Path recordings = Files.createDirectory(directory.resolve("recordings"));
    for (int start = 1; start <= 2; start++) {
      try (CommandedJvm jvm =
          CommandedJvm.in(directory)
              .options(
                  "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + recordings + "/")
              .unrecorded()) {
        jvm.tell("open " + start).end();

        String name = "hotspot-pid-" + jvm.pid() + "-id-*.jfr";
        assertThat(Files.readString(directory.resolve("report.txt")))
            .endsWith(
                " is about to write:\n    java -jar rollcall-VERSION-cli.jar report "
                    + name
                    + "\n");
        Told.of(recordings.resolve(name)).is(ExitCode.FOUND, start, 0, 0);
      }
    }
    Told.of(recordings).is(ExitCode.FOUND, 3, 0, 0);
  }
}
