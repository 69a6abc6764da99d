package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.ChildJvm.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What no test has told of is told when the session ends. Each test has a JVM that uses JUnit's
 * launcher as Gradle and IDEs do; tools/surefire does the same with Maven.
 */
@Tag("adapter")
class RunEndTest {
  private static final String FRAME = "dev.rollcall.samples.Frame";
  private static final String ONE_LEFT =
      "LEAK: 1 of 1 registered resources was still registered when the tests ended; no"
          + " @LeakChecked test has reported it.\nLEAK: 1 x "
          + FRAME
          + ", oldest ";

  private static Ended warn(String... words) throws Exception {
    return ended("warn", words);
  }

  private static Ended fail(String... words) throws Exception {
    return ended("fail", words);
  }

  private static Ended ended(String mode, String... words) throws Exception {
    Ended ended = new ChildJvm().options("-Drollcall.mode=" + mode).run(RunEndProgram.class, words);
    return new Ended(
        ended.status(),
        ended.out().replace(System.lineSeparator(), "\n"),
        ended.err().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void aWarningComesWhileTheRunnerListensAndOnlyOnce() throws Exception {
    Ended ended = warn("Unchecked").with(0);

    assertThat(ended.err())
        .startsWith(ONE_LEFT)
        .contains("RunSamples$Unchecked.leaks(RunSamples.java:")
        .contains("\nNext: annotate the test class with @LeakChecked")
        .contains("-Drollcall.ignore=" + FRAME + "\n")
        .endsWith("-- closed\n");
  }

  @Test
  void theSwitchIsOnWithoutAnyOption() throws Exception {
    assertThat(new ChildJvm().run(RunEndProgram.class, "Unchecked").with(0).err())
        .contains("LEAK: 1 of 1 registered resources was still registered");
  }

  @Test
  void theRunFailsByTheRunnersOwnMeans() throws Exception {
    Ended ended = fail("Unchecked").with(0);

    assertThat(ended.out())
        .startsWith("FAILED " + UncheckedLeaks.class.getName() + ": ")
        .contains(ONE_LEFT)
        .contains("\tat " + FRAME + ".<init>(Frame.java:");
    assertThat(ended.err()).isEqualTo("-- closed\n");
  }

  @Test
  void aRunnerThatNoLongerListensGetsAnError() throws Exception {
    Ended ended = fail("deaf", "Unchecked").with(1);

    assertThat(ended.err())
        .startsWith("Exception in thread \"main\" " + RunLeakError.class.getName() + ": LEAK: 1 of")
        .contains(ONE_LEFT)
        .doesNotContain("the plan is over", "-- closed");
  }

  @Test
  void whatATestHasToldOfIsNotToldAgain() throws Exception {
    Ended ended = fail("Checked").with(0);

    assertThat(ended.out()).contains("FAILED leaks(): ").doesNotContain("UncheckedLeaks");
    assertThat(ended.err())
        .isEqualTo("LEAK: 1 test checked, 1 resource leaked, in 1 test\n-- closed\n");
  }

  @Test
  void eachSessionTellsOfWhatIsNew() throws Exception {
    Ended ended = warn("Unchecked", "/", "UncheckedToo", "/", "Nothing").with(0);

    String[] sessions = ended.err().split("-- closed\n");
    assertThat(sessions).hasSize(3);
    assertThat(sessions[0]).startsWith(ONE_LEFT);
    assertThat(sessions[1])
        .startsWith("LEAK: 1 of 2 registered resources was still registered")
        .contains("LEAK: 1 x " + FRAME + "$Cached, oldest ")
        .doesNotContain("Unchecked.leaks(");
    assertThat(sessions[2]).isEqualTo("Rollcall: 1 test checked, no leaks\n");
  }

  @Test
  void aSessionThatOnlyLooksForTestsTellsNothing() throws Exception {
    assertThat(fail("find").with(0).err()).isEqualTo("-- closed\n");
  }

  @Test
  void aSessionWithinAnotherLeavesItToThatToTell() throws Exception {
    assertThat(warn("nest", "Nothing").with(0).err())
        .startsWith("-- inner closed\nRollcall: 1 test checked, no leaks\n" + ONE_LEFT);
  }

  @Test
  void whatRanInASessionWithinAnotherIsTold() throws Exception {
    assertThat(warn("find", "nest").with(0).err()).startsWith("-- inner closed\n" + ONE_LEFT);
  }

  @Test
  void aSessionWithinAnotherDoesNotTakeItsRunner() throws Exception {
    Ended ended = fail("Nothing", "nest").with(0);

    assertThat(ended.out())
        .startsWith("FAILED " + UncheckedLeaks.class.getName() + ": ")
        .contains(ONE_LEFT);
  }

  @Test
  void whatComesLaterIsToldAtExitAndChangesNoStatus() throws Exception {
    Ended ended = fail("Nothing", "late").with(0);

    assertThat(ended.err())
        .contains("-- closed\nLEAK: 1 of 1 registered resources was never released, in 1 group.");
  }

  @Test
  void whatAShutdownHookReleasesIsNotCalledLeaked() throws Exception {
    Ended ended = warn("ReleasedAtExit").with(0);

    assertThat(ended.err())
        .startsWith(ONE_LEFT)
        .contains("\nIgnore what is released only after the tests, as by a shutdown hook")
        .doesNotContain("leaked", "never released")
        .endsWith("-- closed\n");
  }

  @Test
  void checkedTestsThatRegisterNothingAreNoProof() throws Exception {
    assertThat(warn("Nothing").with(0).err())
        .startsWith("Rollcall: 1 test checked, no leaks, but 0 resources were ever registered: ");
    assertThat(warn("OfItsOwn").with(0).err())
        .isEqualTo("Rollcall: 1 test checked, no leaks\n-- closed\n");
  }
}
