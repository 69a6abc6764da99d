package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.samples.ManySamples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Methods that stand for several tests, and what belongs to whole classes. */
@Tag("adapter")
class ManyTest {
  @Test
  void eachOfManyTestsIsCheckedByItself() {
    Ran ran = Ran.of(ManySamples.Kinds.class);

    assertThat(ran.failures()).hasSize(4);
    assertThat(ran.failures().keySet())
        .contains("repetition 3 of 3", "leaking", "factory()")
        .anyMatch(name -> name.startsWith("[2]"));
    assertThat(ran.passed()).hasSize(2 + 2 + 2 + 1);
    assertThat(ran.message("leaking")).contains(" in ManySamples.Kinds.dynamic() leaking\n");
    assertThat(ran.message("factory()")).contains(" in ManySamples.Kinds.factory()\n");
    assertThat(ran.message("repetition 3 of 3"))
        .contains(" in ManySamples.Kinds.repeated() repetition 3 of 3\n");
  }

  @Test
  void whatBelongsToAClassIsCheckedAfterIt() {
    assertThat(Ran.of(ManySamples.ClassFixtures.class).failures()).isEmpty();
  }

  @Test
  void aClassCanFailByItself() {
    Ran ran = Ran.of(ManySamples.ForgetfulClass.class);

    assertThat(ran.passed()).containsExactly("test()");
    assertThat(ran.message("ForgetfulClass"))
        .contains(" never released in ManySamples.ForgetfulClass\n", "ForgetfulClass.before(");
  }

  @Test
  void anInstanceForAllTestsMayHoldSomethingUntilTheEnd() {
    Ran ran = Ran.of(ManySamples.OneInstance.class);

    assertThat(ran.failures().keySet()).containsExactly("leaks()");
    assertThat(ran.passed()).containsExactly("clean()");
  }

  @Test
  void aConstructorGetsTheCheckerOfItsTest() {
    Ran ran = Ran.of(ManySamples.OwnChecker.class);

    assertThat(ran.passed()).containsExactly("same(LeakChecker)");
    assertThat(ran.message("leaks()")).contains(" in ManySamples.OwnChecker.leaks()\n");
  }
}
