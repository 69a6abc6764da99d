package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.samples.ParallelSamples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that overlap: a leak is the test's that made it, or it is said that this is not known. */
@Tag("adapter")
class BlameTest {
  @Test
  void aTestsOwnThreadIsCertain() {
    Ran ran = Ran.inParallel(ParallelSamples.OwnThreads.class);

    assertThat(ran.failures().keySet()).containsExactly("leaks()");
    assertThat(ran.message("leaks()")).doesNotContain("not known");
    assertThat(ran.passed()).containsExactly("clean()");
  }

  @Test
  void aStartedThreadBlamesTheClassOfAllThatOverlap() {
    Ran ran = Ran.inParallel(ParallelSamples.StartedThreads.class);

    assertThat(ran.failures().keySet()).containsExactly("StartedThreads");
    assertThat(ran.message("StartedThreads"))
        .startsWith(
            "LEAK: 1 x dev.rollcall.samples.Frame never released in ParallelSamples.StartedThreads\n")
        .contains("the test is not known: thread helper did it, and it may belong to ")
        .contains("ParallelSamples.StartedThreads.leaks()")
        .contains("ParallelSamples.StartedThreads.clean()")
        .contains("to find the test: give the tests a LeakChecker parameter");
  }

  @Test
  void aStartedThreadBlamesTheRunWhereClassesOverlap() {
    Ran ran = Ran.inParallel(ParallelSamples.OneClass.class, ParallelSamples.OtherClass.class);

    assertThat(ran.failures().keySet()).containsExactly("JUnit Jupiter");
    assertThat(ran.message("JUnit Jupiter"))
        .startsWith("LEAK: 1 x dev.rollcall.samples.Frame never released in the run\n")
        .contains("ParallelSamples.OneClass.leaks()", "ParallelSamples.OtherClass.clean()");
  }

  @Test
  void aCheckerOfTheTestsOwnIsExact() {
    Ran ran = Ran.inParallel(ParallelSamples.OwnCheckers.class);

    assertThat(ran.failures().keySet()).containsExactly("leaks(LeakChecker)");
    assertThat(ran.passed()).containsExactly("clean(LeakChecker)");
  }
}
