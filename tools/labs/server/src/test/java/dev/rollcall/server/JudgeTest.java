package dev.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.server.Seen.Dump;
import dev.rollcall.server.Seen.Group;
import dev.rollcall.server.Seen.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private static final long RELEASED = 10_000;

  private final List<Group> groups = new ArrayList<>();
  private final List<Group> askedGroups = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private final List<String> growing = new ArrayList<>();

  /** What a leaking depot looks like when all is right. */
  private void allIsTold() {
    found.add(SeededLeak.JOB.type);
    for (SeededLeak leak : SeededLeak.values()) {
      groups.add(new Group(leak.type, 3, "overdue", leak.guilty));
      askedGroups.add(new Group(leak.type, 3, "overdue", leak.guilty));
      rows.add(new Row(leak.type, 3, 70, false, 0));
    }
  }

  private Seen seen() {
    Dump asked = new Dump(RELEASED, askedGroups, List.of(), List.of());
    return new Seen(new Dump(RELEASED, groups, found, growing), asked, rows, 900, null);
  }

  private static List<String> failed(List<Check> checks) {
    return checks.stream().filter(check -> !check.passed()).map(Check::what).toList();
  }

  private List<String> failedLeaking() {
    return failed(Judge.leaking(seen(), 60));
  }

  private List<String> failedHealthy() {
    return failed(Judge.healthy(seen()));
  }

  @Test
  void aLeakingDepotOfWhichAllIsToldPasses() {
    allIsTold();

    assertThat(failedLeaking()).isEmpty();
  }

  @Test
  void aLeakThatIsTakenForNormalFlightFails() {
    allIsTold();
    groups.set(0, new Group(SeededLeak.JOB.type, 3, "usual", SeededLeak.JOB.guilty));

    assertThat(failedLeaking())
        .containsExactly(
            "report tells depot.Lease (a scheduled job, now and then) apart from normal flight",
            "report suspects depot.Restock.finish first");
  }

  @Test
  void anotherSuspectFails() {
    allIsTold();
    groups.set(1, new Group(SeededLeak.REQUEST.type, 3, "overdue", "depot.Labels.print"));

    assertThat(failedLeaking()).containsExactly("report suspects depot.LabelSender.send first");
  }

  @Test
  void anotherSuspectOfTheOtherCommandFails() {
    allIsTold();
    askedGroups.set(1, new Group(SeededLeak.REQUEST.type, 3, "overdue", "depot.Labels.print"));

    assertThat(failedLeaking()).containsExactly("dump suspects depot.LabelSender.send first");
  }

  @Test
  void nobodySuspectedFails() {
    allIsTold();
    groups.set(2, new Group(SeededLeak.ERROR.type, 3, "overdue", null));

    assertThat(failedLeaking()).containsExactly("report suspects depot.Tracking.find first");
  }

  @Test
  void anOverdueGroupIsTheLeakBesideOneOfWhichNothingIsKnown() {
    allIsTold();
    groups.add(0, new Group(SeededLeak.REQUEST.type, 1, "unknown", "depot.Invoices.write"));

    assertThat(failedLeaking()).isEmpty();
  }

  @Test
  void aTypeThatDoesNotStandOutInTheWatchFails() {
    allIsTold();
    rows.set(0, new Row(SeededLeak.JOB.type, 3, 59, false, 0));

    assertThat(failedLeaking()).containsExactly("watch shows depot.Lease");

    rows.set(0, new Row(SeededLeak.JOB.type, 3, 59, true, 0));
    assertThat(failedLeaking()).isEmpty();

    rows.set(0, new Row(SeededLeak.JOB.type, 3, 59, false, 1));
    assertThat(failedLeaking()).isEmpty();
  }

  @Test
  void whatTheDepotFoundItselfHasToBeTheLeases() {
    allIsTold();
    found.clear();
    assertThat(failedLeaking())
        .containsExactly("report tells that the depot found depot.Lease overdue");

    found.addAll(List.of(SeededLeak.JOB.type, "depot.Link"));
    assertThat(failedLeaking())
        .containsExactly("report tells that the depot found depot.Lease overdue");
  }

  @Test
  void aHealthyDepotOfWhichNothingIsSaidPasses() {
    groups.add(new Group("depot.Link", 4, "unknown", null));
    rows.add(new Row("depot.Link", 4, 600, false, 0));

    assertThat(failedHealthy()).isEmpty();
  }

  @Test
  void whateverIsSaidOfAHealthyDepotFails() {
    groups.add(new Group("depot.Rate", 40, "overdue", null));
    askedGroups.add(new Group("depot.Rate", 41, "overdue", null));
    found.add("depot.Lease");
    growing.add("depot.Session by 3 a minute");
    rows.add(new Row("depot.Session", 40, 12, true, 0));
    rows.add(new Row("depot.Lease", 1, 60, false, 1));

    assertThat(failedHealthy())
        .containsExactly(
            "report finds nothing overdue",
            "report tells of nothing that the depot found overdue",
            "report finds nothing that grows",
            "dump finds nothing overdue",
            "watch shows nothing overdue",
            "watch shows nothing that grows");
  }

  @Test
  void aDepotThatDidNotWorkProvesNothing() {
    Dump dump = new Dump(499, groups, found, growing);
    assertThat(failed(Judge.healthy(new Seen(dump, dump, rows, 0, null))))
        .containsExactly(
            "every request is answered as it must be", "there is much to compare with");

    rows.add(new Row("depot.Link", 4, 600, false, 0));
    Dump enough = new Dump(RELEASED, groups, found, growing);
    assertThat(failed(Judge.healthy(new Seen(enough, enough, rows, 9, "a request failed"))))
        .containsExactly("every request is answered as it must be");
  }
}
