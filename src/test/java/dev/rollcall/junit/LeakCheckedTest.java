package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.samples.PlainSamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@Tag("adapter")
class LeakCheckedTest {
  private static final String FRAME = "dev.rollcall.samples.Frame";
  private static Ran ran;

  @BeforeAll
  static void run() {
    ran = Ran.of(PlainSamples.Leaks.class);
  }

  @Test
  void theCheckerIsOnWhereNobodySetAMode() {
    assertThat(LeakChecker.global().mode()).isEqualTo(LeakMode.WARN);
  }

  @Test
  void onlyWhatLeaksOrMisusesFails() {
    assertThat(ran.failures().keySet())
        .containsExactlyInAnyOrder(
            "leaks()",
            "failsAndLeaks()",
            "abortsAndLeaks()",
            "misuses()",
            "byAThreadOfItsOwn()",
            "ofItsOwnChecker(LeakChecker)",
            "leaksInside()");
    assertThat(ran.passed())
        .containsExactlyInAnyOrder("clean()", "ignores()", "misusesOnPurpose()");
  }

  @Test
  void theMessageSaysWhichLeaksOthersOwn() {
    assertThat(Ran.of(PlainSamples.Owned.class).message("leaksWithItsOwner()").lines())
        .first()
        .isEqualTo(
            "LEAK: 1 x "
                + FRAME
                + ", 1 x java.lang.Object never released in"
                + " PlainSamples.Owned.leaksWithItsOwner()");
    assertThat(Ran.of(PlainSamples.Owned.class).message("leaksWithItsOwner()"))
        .containsOnlyOnce("    1 of 1 owned by other leaks here");
  }

  @Test
  void theMessageSaysWhatWhereHowAndWhatNext() {
    assertThat(ran.failure("leaks()")).isInstanceOf(TestLeakError.class);
    assertThat(ran.message("leaks()").lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "LEAK: 1 x " + FRAME + " never released in PlainSamples.Leaks.leaks()"),
            line ->
                assertThat(line).matches("    group " + FRAME + "@[0-9a-f]{16}, e.g. 0x[0-9a-f]+"),
            line -> assertThat(line).isEqualTo("    registered at"),
            line ->
                assertThat(line)
                    .startsWith("        dev.rollcall.samples.Frame.<init>(Frame.java:"),
            line ->
                assertThat(line)
                    .startsWith("        dev.rollcall.samples.Frame.<init>(Frame.java:"),
            line -> assertThat(line).contains("PlainSamples$Leaks.leaks(PlainSamples.java:"),
            line -> assertThat(line).matches("    last steps of 0x[0-9a-f]+"),
            line -> assertThat(line).startsWith("        time ").endsWith("  where: note"),
            line ->
                assertThat(line)
                    .contains("  main    register         " + FRAME + ".<init>(Frame.java:"),
            // A frame that does not fit beside its step stands below it.
            line -> assertThat(line).endsWith("  main    retain    2"),
            line -> assertThat(line).contains("PlainSamples$Leaks.leaks("),
            line -> assertThat(line).endsWith("  main    touch"),
            line -> assertThat(line).endsWith(": handed to nobody"),
            line -> assertThat(line).endsWith("  main    release   1"),
            line -> assertThat(line).contains("PlainSamples$Leaks.leaks("),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "    next: release it, or ignore it and say why: @IgnoreLeaks(type = \""
                            + FRAME
                            + "\", reason = \"...\")"),
            line -> assertThat(line).contains("-Drollcall.junit.recordings=DIR"));
  }

  @Test
  void theStackTraceLeadsToTheRegistration() {
    StackTraceElement[] trace = ran.failure("leaks()").getStackTrace();

    assertThat(trace[0].getClassName()).isEqualTo(FRAME);
    assertThat(trace[trace.length - 1].getMethodName()).isEqualTo("leaks");
  }

  @Test
  void aTestsOwnFailureComesFirst() {
    assertThat(ran.failure("failsAndLeaks()"))
        .isInstanceOf(AssertionFailedError.class.getSuperclass())
        .hasMessage("its own");
    assertThat(ran.failure("failsAndLeaks()").getSuppressed())
        .singleElement(THROWABLE)
        .isInstanceOf(TestLeakError.class)
        .hasMessageContaining("never released in PlainSamples.Leaks.failsAndLeaks()");
  }

  @Test
  void anAbortedTestThatLeakedFails() {
    assertThat(ran.failure("abortsAndLeaks()")).isInstanceOf(TestLeakError.class);
    assertThat(ran.failure("abortsAndLeaks()").getSuppressed())
        .singleElement(THROWABLE)
        .isInstanceOf(TestAbortedException.class);
  }

  @Test
  void misuseIsTold() {
    assertThat(ran.message("misuses()"))
        .startsWith("MISUSE: 1 x misuse in PlainSamples.Leaks.misuses()\n")
        .contains("    misuse (double-unregister): java.lang.Object 0x")
        .contains("PlainSamples$Leaks.misuses(PlainSamples.java:");
  }

  @Test
  void aTestsThreadsAreItsOwnWhileItIsAlone() {
    assertThat(ran.message("byAThreadOfItsOwn()")).doesNotContain("the test is not known");
    assertThat(ran.message("ofItsOwnChecker(LeakChecker)")).contains("  helper  register  ");
  }

  @Test
  void nestedClassesInherit() {
    assertThat(ran.message("leaksInside()"))
        .startsWith(
            "LEAK: 1 x " + FRAME + " never released in PlainSamples.Leaks.Inner.leaksInside()");
  }

  @Test
  void aMethodCanBeCheckedAlone() {
    Ran one = Ran.of(PlainSamples.OneMethod.class);

    assertThat(one.failures().keySet()).containsExactly("checked()");
    assertThat(one.passed()).containsExactly("unchecked()");
  }

  @Test
  void stragglersAreWaitedFor() {
    assertThat(Ran.of(PlainSamples.Stragglers.class).passed()).containsExactly("test()");
  }

  @Test
  void fixturesAreNoFalseAlarms() {
    Ran fixtures = Ran.of(PlainSamples.EarlyFixtures.class, PlainSamples.LateFixtures.class);

    assertThat(fixtures.failures()).isEmpty();
    assertThat(fixtures.passed()).hasSize(4);
  }

  @Test
  void wrongAnnotationsAreRefusedInASentence() {
    assertThat(Ran.of(PlainSamples.NoReason.class).failure("test()"))
        .rootCause()
        .hasMessageContaining("needs a type and a reason");
    assertThat(Ran.of(PlainSamples.WrongWait.class).failure("WrongWait"))
        .hasStackTraceContaining(
            "'soon' is not a duration: use a number with ms, s or m, as in 5s");
  }
}
