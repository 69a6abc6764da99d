package dev.rollcall.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.recording.Site;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What groups say of each other, also where some of them are not reported. */
final class OwnershipTest {
  private static LeakFinding group(
      String name, long count, long indirect, Ownership.Owned... owned) {
    return new LeakFinding(
            new LeakOrigin(name, name, Site.NONE),
            new LeakCounts(count, count, 0, new TreeMap<>(), 1))
        .with(new Ownership(indirect, Arrays.asList(owned)));
  }

  private static Ownership.Owned owns(String name, long count) {
    return new Ownership.Owned(name, name, count);
  }

  private static List<LeakFinding> among(LeakFinding... groups) {
    return Ownership.among(Arrays.asList(groups));
  }

  @Test
  void allTogetherStayAsTheyAre() {
    LeakFinding[] all = {
      group("session", 2, 0, owns("row", 5), owns("cursor", 3)),
      group("cursor", 4, 3, owns("row", 1)),
      group("row", 6, 6)
    };

    assertThat(among(all)).containsExactly(all);
  }

  @Test
  void withoutItsOwnerALeakIsDirect() {
    assertThat(among(group("cursor", 4, 3, owns("row", 1)), group("row", 6, 6)))
        .extracting(LeakFinding::fingerprint, LeakFinding::direct, LeakFinding::indirect)
        .containsExactly(tuple("cursor", 4L, 0L), tuple("row", 5L, 1L));
  }

  @Test
  void whatIsNotReportedIsOwnedByNobody() {
    assertThat(among(group("session", 2, 0, owns("row", 5))).get(0).owned()).isEmpty();
  }

  @Test
  void aGroupThatIsReportedInPartIsWhole() {
    List<LeakFinding> groups = among(group("session", 2, 0, owns("row", 5)), group("row", 2, 0));

    assertThat(groups.get(0).owned()).isEmpty();
    assertThat(groups.get(1).direct()).isEqualTo(2);
  }

  /** Else each would hide the other. */
  @Test
  void groupsThatOwnEachOtherAreBelievedNothing() {
    assertThat(among(group("a", 1, 1, owns("b", 1)), group("b", 1, 1, owns("a", 1))))
        .allMatch(group -> group.ownership().equals(Ownership.NONE));
    assertThat(among(group("a", 1, -3, owns("a", Long.MIN_VALUE))))
        .allMatch(group -> group.ownership().equals(Ownership.NONE));
  }

  @Test
  void bothAddedUp() {
    Ownership one = group("x", 9, 2, owns("row", 5), owns("cursor", 1)).ownership();
    Ownership other = group("x", 9, 1, owns("cursor", 7)).ownership();

    assertThat(one.plus(other))
        .isEqualTo(new Ownership(3, List.of(owns("cursor", 8), owns("row", 5))));
  }

  @Test
  void theOwnerOfAGroupIsWhoOwnsMostOfIt() {
    LeakFinding small = group("a", 1, 0, owns("row", 1), owns("cursor", 2));
    LeakFinding large = group("b", 1, 0, owns("row", 2), owns("cursor", 2));

    assertThat(Ownership.owners(List.of(large, small)))
        .containsEntry("row", large)
        .containsEntry("cursor", small)
        .hasSize(2);
  }
}
