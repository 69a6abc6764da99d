package dev.rollcall.ends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakMode;
import dev.rollcall.ends.Promise.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PromiseTest {
  private static List<Part> broken(
      End end,
      LeakMode mode,
      ExitText.State report,
      Reading.State recording,
      @Nullable Integer status) {
    return end
        .promise()
        .broken(mode, new Outcome(Cells.report(report), new Reading(recording, ""), status, 9))
        .stream()
        .map(Promise.Broken::part)
        .toList();
  }

  @Test
  void whatIsKeptIsNotBroken() {
    assertThat(broken(Cells.RETURN, LeakMode.FAIL, ExitText.State.WHOLE, Reading.State.WHOLE, 86))
        .isEmpty();
  }

  @Test
  void eachPartCanBeBroken() {
    assertThat(broken(Cells.RETURN, LeakMode.FAIL, ExitText.State.NONE, Reading.State.PART, 0))
        .containsExactly(Part.REPORT, Part.RECORDING, Part.STATUS);
    assertThat(broken(Cells.RETURN, LeakMode.WARN, ExitText.State.WHOLE, Reading.State.WHOLE, null))
        .containsExactly(Part.TIME);
  }

  @Test
  void whatNeverEndsByItselfMayNotButInFail() {
    End never = End.named("never", "never").neverEnds().build();

    assertThat(broken(never, LeakMode.WARN, ExitText.State.WHOLE, Reading.State.WHOLE, null))
        .isEmpty();
    assertThat(broken(never, LeakMode.FAIL, ExitText.State.WHOLE, Reading.State.WHOLE, null))
        .containsExactly(Part.TIME);
  }

  @Test
  void nothingWrongIsEverPromised() {
    assertThat(EndList.all())
        .allSatisfy(
            end -> {
              assertThat(end.promise().reports()).doesNotContain(ExitText.State.WRONG);
              assertThat(end.promise().recordings())
                  .doesNotContain(Reading.State.WRONG, Reading.State.REFUSED);
            });
  }
}
