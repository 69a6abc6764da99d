package dev.rollcall.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakReport;
import dev.rollcall.internal.RunCheck;
import dev.rollcall.samples.SpringSamples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Checked tests with a context of Spring's, which the first of them starts and none of them ends.
 */
@Tag("adapter")
class SpringContextTest {
  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static List<String> failures(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> String.valueOf(result.getThrowable().orElseThrow().getMessage()))
        .toList();
  }

  @Test
  void whatTheContextKeepsIsNotTheFirstTests() {
    EngineExecutionResults results = run(SpringSamples.Fields.class);

    assertThat(results.testEvents().succeeded().count()).isEqualTo(1);
    assertThat(failures(results))
        .singleElement()
        .asString()
        .startsWith(
            "LEAK: 1 x java.sql.Connection never released in SpringSamples.Fields.leaks()\n")
        .contains("dev.rollcall.samples.SpringSamples$Fields.leaks(SpringSamples.java:");
  }

  /** The context is closed when the process ends, and with it what it keeps. */
  @Test
  void norIsItTheRuns() {
    EngineExecutionResults results = run(SpringSamples.Fields.class);

    assertThat(results.testEvents().succeeded().count()).isEqualTo(1);
    assertThat(LeakChecker.global().check().toString())
        .contains("SpringSamples$Application.listening");
    assertThat(RunCheck.take(Duration.ZERO).map(LeakReport::toString).orElse(""))
        .doesNotContain("SpringSamples");
  }

  @Test
  void norWhereTheConstructorNeedsTheContext() {
    EngineExecutionResults results = run(SpringSamples.Constructor.class);

    assertThat(failures(results)).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(1);
  }

  @Test
  void aContextThatTheTestStartsIsTheTests() {
    assertThat(failures(run(SpringSamples.Started.class)))
        .singleElement()
        .asString()
        .startsWith("LEAK: 1 x dev.rollcall.samples.Frame never released in ");
  }
}
