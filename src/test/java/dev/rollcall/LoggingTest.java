package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Alone;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Refused;
import dev.rollcall.testing.RefusingProvider;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is logged where SLF4J has a provider: one that works, and one that throws. */
class LoggingTest {
  private static final String HEADLINE =
      "LEAK: 2 of 4 registered resources were never released, in 2 groups; 1 misused.";
  private static final String LOGGED = "WARN dev.rollcall -- ";

  /** Logback, which the build has copied there; without a configuration it writes to stdout. */
  private static ChildJvm withLogback() {
    Path jars = Path.of("target", "logback");
    return new ChildJvm()
        .options("-Drollcall.mode=warn")
        .andClassPath(jars.resolve("logback-classic.jar"), jars.resolve("logback-core.jar"));
  }

  private static int count(String text, String part) {
    return text.split("\\Q" + part + "\\E", -1).length - 1;
  }

  @Test
  void warningsGoToTheProvider() throws Exception {
    ChildJvm.Ended ended = withLogback().run(Alone.class).with(0);

    assertThat(ended.out())
        .contains(LOGGED + "Rollcall: misuse (double-unregister): java.lang.Object 0x2 was")
        .contains(LOGGED + HEADLINE + System.lineSeparator() + "LEAK: 1 x ");
    // The check on demand, and the headline of the report at exit.
    assertThat(count(ended.out(), LOGGED + HEADLINE)).isEqualTo(2);
    // Only the report at exit is printed, because logging may be gone by then.
    assertThat(ended.err()).doesNotContain("misuse (", "SLF4J").startsWith(HEADLINE);
    assertThat(count(ended.err(), HEADLINE)).isEqualTo(1);
  }

  @Test
  void theReportAtExitGoesToTheProviderIfWanted() throws Exception {
    ChildJvm.Ended ended =
        withLogback().options("-Drollcall.report=slf4j").run(Alone.class).with(0);

    assertThat(ended.err()).isEmpty();
    assertThat(count(ended.out(), LOGGED + HEADLINE)).isEqualTo(2);
    assertThat(count(ended.out(), "LEAK: 1 x java.lang.Object, oldest ")).isEqualTo(2);
  }

  /** Neither the program nor the watching thread is hit, and no warning is lost. */
  @ParameterizedTest
  @CsvSource({
    "exception, java.lang.IllegalStateException: refused",
    "error, java.lang.NoClassDefFoundError: refused"
  })
  void whatABackendThrowsHarmsNothing(String kind, String thrown) throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=warn", "-Drefuse=" + kind)
            .options("-Dslf4j.provider=" + RefusingProvider.class.getName())
            .run(Refused.class)
            .with(0);

    assertThat(ended.out()).contains("noticed twice", "LEAK: ");
    assertThat(ended.err())
        .contains("rollcall: a warning could not be logged; check the logger: " + thrown)
        .contains("Rollcall: misuse (unknown-unregister): java.lang.String was unregistered")
        .contains(".Program$Opened 0x")
        .doesNotContain("please report this", "\tat ");
    // The notices of both groups, and the reports on demand and at exit, in spite of it.
    assertThat(count(ended.err(), "was collected before it was released")).isEqualTo(2);
    assertThat(count(ended.err(), ended.out().lines().skip(1).findFirst().orElseThrow()))
        .isEqualTo(2);
  }
}
