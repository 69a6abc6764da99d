package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Alone;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The global checker, which takes its settings from the properties of its own JVM. */
class GlobalCheckerTest {
  private static ChildJvm.Ended run(String... options) throws Exception {
    return new ChildJvm().options(options).run(Alone.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Drollcall.mode=on|rollcall.mode: unknown leak mode 'on': use off, warn or fail",
        "-Drollcall.moode=warn|unknown property rollcall.moode: the properties are rollcall.exitCode,",
      })
  void aWrongSettingIsOneSentence(String option, String sentence) throws Exception {
    ChildJvm.Ended ended = run(option).with(1);

    assertThat(ended.err())
        .contains("java.lang.IllegalArgumentException: Rollcall: " + sentence)
        .doesNotContain("\tat ");
  }

  @Test
  void theExitCodeCanBeChosen() throws Exception {
    run("-Drollcall.mode=fail", "-Drollcall.exitCode=3").with(3);
  }

  @Test
  void theExitStatusCanBeLeftAlone() throws Exception {
    assertThat(run("-Drollcall.mode=fail", "-Drollcall.exitCode=0").with(0).err())
        .contains("LEAK: 2 of 4 registered");
  }

  @Test
  void theWaitAtExitMayBeAbsurd() throws Exception {
    run("-Drollcall.mode=fail", "-Drollcall.exitWait=999999999m").with(86);
  }

  @Test
  void surefiresLastThreadIsNoShutdownHookToWaitFor() throws Exception {
    new ChildJvm()
        .options("-Drollcall.mode=fail", "-Drollcall.exitWait=999999999m")
        .run(Fork.class)
        .with(86);
  }

  /** Leaks, and ends as a fork of Surefire's does. */
  static final class Fork {
    private static final Object LEAKED = new Object();

    public static void main(String[] arguments) {
      LeakChecker.global().register(LEAKED, "leaked");
      Thread last =
          new Thread(Fork::sleep, "surefire-forkedjvm-last-ditch-daemon-shutdown-thread-30s");
      last.setDaemon(true);
      last.start();
      System.exit(0);
    }

    private static void sleep() {
      while (true) {
        LockSupport.park();
      }
    }
  }

  @Test
  void theReportCanGoToAFile(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("new/leaks.txt");
    ChildJvm.Ended ended = run("-Drollcall.mode=fail", "-Drollcall.report=" + file).with(86);

    assertThat(Files.readString(file))
        .startsWith("LEAK: 2 of 4 registered resources were never released, in 2 groups")
        .contains("run with -XX:StartFlightRecording")
        .endsWith(System.lineSeparator());
    // On demand only; the report at exit is in the file.
    assertThat(ended.err()).doesNotContain("run with -XX:StartFlightRecording");
  }

  @Test
  void aReportThatCannotBeWrittenIsPrinted(@TempDir Path directory) throws Exception {
    ChildJvm.Ended ended = run("-Drollcall.mode=fail", "-Drollcall.report=" + directory).with(86);

    assertThat(ended.err())
        .contains("rollcall: cannot write the report to " + directory)
        .contains("run with -XX:StartFlightRecording");
  }

  @Test
  void typesCanBeIgnored() throws Exception {
    ChildJvm.Ended ended =
        run("-Drollcall.mode=fail", "-Drollcall.ignore=java.lang.Object,*Buffer").with(0);

    assertThat(ended.out())
        .contains("No leaks: all 4 registered resources were released or ignored; 2 ignored;");
    assertThat(ended.err()).isEmpty();
  }
}
