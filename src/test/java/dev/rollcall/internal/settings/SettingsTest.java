package dev.rollcall.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static Settings of(String name, String value) {
    return Settings.parse(Map.of(name, value), null);
  }

  @Test
  void theDefaults() {
    assertThat(Settings.parse(Map.of(), null))
        .usingRecursiveComparison()
        .isEqualTo(
            new Settings(
                LeakMode.OFF,
                SiteMode.ALWAYS,
                50_000,
                TypePatterns.parse(""),
                Duration.ofSeconds(5),
                86,
                new Settings.ReportTarget(false, null),
                true,
                Expectations.NONE,
                Labels.NONE));
  }

  @ParameterizedTest
  @CsvSource({"off, OFF", "warn, WARN", "fail, FAIL", "FAIL, FAIL", "Warn, WARN"})
  void mode(String word, LeakMode mode) {
    assertThat(of("rollcall.mode", word).mode()).isEqualTo(mode);
    assertThat(Settings.parse(Map.of(), word).mode()).isEqualTo(mode);
  }

  @Test
  void thePropertyWinsOverTheEnvironment() {
    assertThat(Settings.parse(Map.of("rollcall.mode", "off"), "fail").mode())
        .isEqualTo(LeakMode.OFF);
    assertThat(Settings.parse(Map.of("rollcall.mode", "off"), "nonsense").mode())
        .isEqualTo(LeakMode.OFF);
  }

  @ParameterizedTest
  @CsvSource({"always, ALWAYS", "never, NEVER", "recorded, RECORDED", "both, BOTH"})
  void sites(String word, SiteMode mode) {
    assertThat(of("rollcall.sites", word).sites()).isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "100000000"})
  void sitesMax(String value) {
    assertThat(of("rollcall.sites.max", value).maxSites()).isEqualTo(Integer.parseInt(value));
  }

  @Test
  void ignore() {
    TypePatterns patterns = of("rollcall.ignore", "a.B, c.*").ignore();

    assertThat(patterns.matches("a.B")).isTrue();
    assertThat(patterns.matches("c.d.E")).isTrue();
    assertThat(patterns.matches("a.BC")).isFalse();
  }

  @Test
  void expectTakesTheFirstPatternThatMatches() {
    Expectations expect = of("rollcall.expect", " a.B:30s, *Session : 10m,a.*:500ms,").expect();

    assertThat(expect.of("a.B")).isEqualTo(Duration.ofSeconds(30));
    assertThat(expect.of("a.Session")).isEqualTo(Duration.ofMinutes(10));
    assertThat(expect.of("a.C")).isEqualTo(Duration.ofMillis(500));
    assertThat(expect.of("b.C")).isNull();
    assertThat(expect.shortest()).isEqualTo(Duration.ofMillis(500));
    assertThat(of("rollcall.expect", "").expect()).isEqualTo(Expectations.NONE);
  }

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "0s, PT0S", "5s, PT5S", "2m, PT2M", "999999999s, PT999999999S"})
  void exitWait(String value, Duration duration) {
    assertThat(of("rollcall.exitWait", value).exitWait()).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "255"})
  void exitCode(String value) {
    assertThat(of("rollcall.exitCode", value).exitCode()).isEqualTo(Integer.parseInt(value));
  }

  @Test
  void report() {
    assertThat(of("rollcall.report", "stderr").report())
        .isEqualTo(new Settings.ReportTarget(false, null));
    assertThat(of("rollcall.report", "slf4j").report())
        .isEqualTo(new Settings.ReportTarget(true, null));
    assertThat(of("rollcall.report", "leaks.txt").report())
        .isEqualTo(new Settings.ReportTarget(false, Path.of("leaks.txt")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rollcall.mode|on|rollcall.mode: unknown leak mode 'on': use off, warn or fail",
        "rollcall.mode|''|rollcall.mode: unknown leak mode '': use off, warn or fail",
        "rollcall.sites|all"
            + "|rollcall.sites: unknown site mode 'all': use always, never, recorded or both",
        "rollcall.expect|a.B"
            + "|rollcall.expect: 'a.B' has no duration: use TYPE:DURATION, as in com.acme.Conn:30s",
        "rollcall.expect|a.B:1s,:30s"
            + "|rollcall.expect: ':30s' names no type: use TYPE:DURATION, as in com.acme.Conn:30s",
        "rollcall.expect|a.B:30"
            + "|rollcall.expect: '30' is not a duration: use a number with ms, s or m, as in 5s",
        "rollcall.expect|a.B:499ms"
            + "|rollcall.expect: '499ms' is too short:"
            + " ages are known to a few tenths of a second, so use 500ms or more",
        "rollcall.labels|shop"
            + "|rollcall.labels: 'shop' is not a label: use key=value, as in"
            + " service=shop,version=1.4, or env for those of the environment",
        "rollcall.jmx|yes|rollcall.jmx: 'yes' is neither on nor off",
        "rollcall.sites.max|-1" + "|rollcall.sites.max: '-1' is too small: use 0 to 100000000",
        "rollcall.sites.max|100000001"
            + "|rollcall.sites.max: '100000001' is too large: use 0 to 100000000",
        "rollcall.sites.max|many"
            + "|rollcall.sites.max: 'many' is not a whole number: use 0 to 100000000",
        "rollcall.exitWait|5"
            + "|rollcall.exitWait: '5' is not a duration: use a number with ms, s or m, as in 5s",
        "rollcall.exitWait|-5s"
            + "|rollcall.exitWait: '-5s' is not a duration: use a number with ms, s or m, as in 5s",
        "rollcall.exitCode|256|rollcall.exitCode: '256' is too large: use 0 to 255",
        "rollcall.exitCode|x|rollcall.exitCode: 'x' is not a whole number: use 0 to 255",
        "rollcall.report|''|rollcall.report: the value is empty: use stderr, slf4j or a file name",
        "rollcall.jdbc.statements|yes|rollcall.jdbc.statements: 'yes' is neither on nor off",
        "rollcall.junit.recordings|''"
            + "|rollcall.junit.recordings: the value is empty: use the name of a directory",
      })
  void aValueThatMeansNothingIsRefused(String name, String value, String message) {
    // In CSV a quote within the text is doubled nowhere, as the text does not begin with one.
    String given = value == null ? "" : value;
    assertThatIllegalArgumentException().isThrownBy(() -> of(name, given)).withMessage(message);
  }

  @Test
  void aFileNameThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("rollcall.report", "a\0b"))
        .withMessage(
            "rollcall.report: 'a\0b' is not a file name: use stderr, slf4j or a file name");
  }

  @ParameterizedTest
  @CsvSource({"on, true", "off, false", "OFF, false"})
  void jdbcStatements(String word, boolean tracked) {
    assertThat(of("rollcall.jdbc.statements", word).jdbcStatements()).isEqualTo(tracked);
  }

  @Test
  void aWrongEnvironmentVariableIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.parse(Map.of(), "on"))
        .withMessage("ROLLCALL_MODE: unknown leak mode 'on': use off, warn or fail");
  }

  @Test
  void anUnknownPropertyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Settings.parse(Map.of("rollcall.mod", "warn", "rollcall.mode", "off"), null))
        .withMessage(
            "unknown property rollcall.mod: the properties are rollcall.exitCode, rollcall.exitWait,"
                + " rollcall.expect, rollcall.ignore, rollcall.jdbc.statements, rollcall.jmx, rollcall.junit.recordings, rollcall.labels,"
                + " rollcall.mode, rollcall.report, rollcall.sites, rollcall.sites.max,"
                + " rollcall.spring.dataSources");
  }

  @Test
  void otherPropertiesAreNotOurs() {
    assertThat(of("user.dir", "somewhere").mode()).isEqualTo(LeakMode.OFF);
  }
}
