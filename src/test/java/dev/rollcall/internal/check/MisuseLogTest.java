package dev.rollcall.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.internal.settings.TypePatterns;
import dev.rollcall.testing.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of misuse, and how often. */
class MisuseLogTest {
  private static ActiveChecker checker(LeakMode mode) {
    return new ActiveChecker(
        new State(
            1,
            new Settings(
                mode,
                SiteMode.ALWAYS,
                10,
                TypePatterns.parse(""),
                Duration.ZERO,
                0,
                Settings.ReportTarget.STDERR,
                true),
            null));
  }

  /** The warnings of misuse that {@code action} brings about. */
  private static List<String> warnings(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("Rollcall: misuse"))
        .toList();
  }

  @Test
  void warnsOncePerSite() {
    ActiveChecker checker = checker(LeakMode.WARN);

    List<String> warnings =
        warnings(
            () -> {
              for (int i = 0; i < 10; i++) {
                Program.close(checker, new Object());
              }
              Program.closeElsewhere(checker, new Object());
            });

    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0))
        .isEqualTo(
            "Rollcall: misuse (unknown-unregister): java.lang.Object was unregistered but never"
                + " registered, or it ended too long ago to be remembered");
    assertThat(checker.state.misuses.count()).isEqualTo(11);
  }

  @Test
  void eachKindIsSaidOfOneSite() {
    ActiveChecker checker = checker(LeakMode.WARN);
    Object resource = new Object();

    List<String> warnings =
        warnings(
            () -> {
              for (int i = 0; i < 3; i++) {
                checker.register(resource);
                Program.close(checker, resource);
                Program.close(checker, resource);
                Program.close(checker, new Object());
              }
            });

    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).startsWith("Rollcall: misuse (double-unregister): ");
    assertThat(warnings.get(1)).startsWith("Rollcall: misuse (unknown-unregister): ");
  }

  @Test
  void failThrowsEachTimeAndLogsNothing() {
    ActiveChecker checker = checker(LeakMode.FAIL);

    List<String> warnings =
        warnings(
            () -> {
              for (int i = 0; i < 3; i++) {
                assertThatIllegalStateException()
                    .isThrownBy(() -> checker.unregister(new Object()));
              }
            });

    assertThat(warnings).isEmpty();
    assertThat(checker.state.misuses.count()).isEqualTo(3);
  }

  @Test
  void theWordsAreStable() {
    assertThat(Misuse.values())
        .extracting(Misuse::word)
        .containsExactly(
            "double-register",
            "double-unregister",
            "unknown-unregister",
            "over-release",
            "retain-after-destroy");
  }
}
