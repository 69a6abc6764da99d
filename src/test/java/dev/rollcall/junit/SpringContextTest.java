package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.samples.SpringSamples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Checked tests with a context of Spring's, which the first of them starts and none of them ends.
 */
@Tag("adapter")
class SpringContextTest {
  @Test
  void whatTheContextKeepsIsNotTheFirstTests() {
    Ran ran = Ran.of(SpringSamples.Fields.class);

    assertThat(ran.passed()).containsExactly("clean()");
    assertThat(ran.failures().keySet()).containsExactly("leaks()");
    assertThat(ran.message("leaks()"))
        .startsWith(
            "LEAK: 1 x java.sql.Connection never released in SpringSamples.Fields.leaks()\n")
        .contains("dev.rollcall.samples.SpringSamples$Fields.leaks(SpringSamples.java:");
  }

  @Test
  void norWhereTheConstructorNeedsTheContext() {
    Ran ran = Ran.of(SpringSamples.Constructor.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.passed()).containsExactly("clean()");
  }

  @Test
  void aContextThatTheTestStartsIsTheTests() {
    Ran ran = Ran.of(SpringSamples.Started.class);

    assertThat(ran.message("forgetsItsContext()"))
        .startsWith("LEAK: 1 x dev.rollcall.samples.Frame never released in ");
  }
}
