package dev.rollcall.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Labels;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.settings.Expectations;
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
    return checker(mode, SiteMode.ALWAYS);
  }

  private static ActiveChecker checker(LeakMode mode, SiteMode sites) {
    return new ActiveChecker(
        new State(
            1,
            new Settings(
                mode,
                sites,
                10,
                TypePatterns.parse(""),
                Duration.ZERO,
                0,
                Settings.ReportTarget.STDERR,
                true,
                Expectations.NONE,
                Labels.NONE),
            null));
  }

  /** The first lines of warnings of misuse that {@code action} brings about. */
  private static List<String> warnings(Runnable action) {
    return lines(action).stream().filter(line -> line.startsWith("Rollcall: misuse")).toList();
  }

  /** What {@code action} has printed on stderr. */
  private static List<String> lines(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
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

  /** What closes twice is not the resource's own method, which is the same for all. */
  @Test
  void theProgramsCallerIsNamed() {
    ActiveChecker checker = checker(LeakMode.WARN, SiteMode.BOTH);
    Program.Handle handle = new Program.Handle(checker);

    Program.closeFirst(handle);
    List<String> lines = lines(() -> Program.closeAgain(handle));

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith("Rollcall: misuse (double-unregister): dev.rollcall.testing.Program$Handle 0x")
        .contains(" at dev.rollcall.testing.Program$Handle.close(Program.java:")
        .contains(", called by dev.rollcall.testing.Program.closeFirst(Program.java:");
    assertThat(lines.get(1)).startsWith("    at dev.rollcall.testing.Program$Handle.close(");
    assertThat(lines.get(2)).startsWith("    at dev.rollcall.testing.Program.closeAgain(");
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
