package dev.rollcall.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Lives;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which references of a way are paid off, where owners say which is whose. */
final class ReferenceTest {
  private final List<Stop> stops = new ArrayList<>();

  private ReferenceTest step(Stop.Kind kind, String stack, int owner) {
    int change = kind == Stop.Kind.RELEASE ? -1 : 1;
    stops.add(new Stop(kind, Lives.site(stack), change, null, owner));
    return this;
  }

  private ReferenceTest retain(String stack, int owner) {
    return step(Stop.Kind.RETAIN, stack, owner);
  }

  private ReferenceTest release(String stack, int owner) {
    return step(Stop.Kind.RELEASE, stack, owner);
  }

  /** Where the references were taken that nobody gave back. */
  private List<String> unpaid() {
    Way way = new Way(stops, null);
    return Reference.unpaid(way, new CallPaths()).stream()
        .map(reference -> reference.path().last().shortName())
        .toList();
  }

  @Test
  void anOwnerGivesBackWhatItTookAndNothingElse() {
    // By their places in the call tree the two would be paid crosswise.
    step(Stop.Kind.REGISTER, "A.run", 0)
        .retain("A.run B.take", 1)
        .retain("A.run C.take", 2)
        .release("A.run C.take D.drop", 1)
        .release("A.run", 0);

    assertThat(unpaid()).containsExactly("C.take");
  }

  @Test
  void withoutOwnersTheClosestIsPaid() {
    step(Stop.Kind.REGISTER, "A.run", 0)
        .retain("A.run B.take", 0)
        .retain("A.run C.take", 0)
        .release("A.run C.take D.drop", 0)
        .release("A.run", 0);

    assertThat(unpaid()).containsExactly("B.take");
  }

  @Test
  void anOwnersReferenceIsPaidByOthersLastOfAll() {
    step(Stop.Kind.REGISTER, "A.run", 0).retain("A.run B.take", 1).release("A.run B.take", 0);

    assertThat(unpaid()).containsExactly("B.take");

    // Its owner had ended, so that its release does not name it.
    assertThat(release("A.run B.take", 0).unpaid()).isEmpty();
  }

  @Test
  void aReleaseOfWhatItNeverTookPaysAsAnyOther() {
    step(Stop.Kind.REGISTER, "A.run", 0).retain("A.run B.take", 1).release("A.run", 2);

    assertThat(unpaid()).containsExactly("B.take");
  }

  @Test
  void theFirstReferenceIsThatOfTheResourcesOwner() {
    step(Stop.Kind.REGISTER, "A.run", 1).retain("A.run B.take", 0).release("A.run B.take", 1);

    assertThat(unpaid()).containsExactly("B.take");
  }

  @Test
  void eachIsGivenBackOnce() {
    step(Stop.Kind.REGISTER, "A.run", 0)
        .retain("A.run B.take", 1)
        .retain("A.run B.again", 1)
        .release("A.run B.drop", 1)
        .release("A.run", 0);

    assertThat(unpaid()).containsExactly("B.take");
  }
}
