package dev.rollcall.internal.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.Entries;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.testing.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often what is told, by a clock that the test moves. */
class NoticesTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final String TYPE = "dev.rollcall.testing.Program$Opened";

  private final ActiveChecker checker = (ActiveChecker) LeakChecker.builder().build();
  private final List<Object> resources = Program.open(checker, 1);
  private final Entry entry = Entries.byAge(checker).get(0);
  private final List<String> log = new ArrayList<>();
  private final Notices notices = new Notices(log::add, 0);

  private LateGroup group(int number) {
    return new LateGroup(entry.type, "T@" + number, null, 500);
  }

  private LateResource found(LateGroup group) {
    LateResource late = new LateResource(entry, group, 1, new ArrayDeque<>());
    group.found++;
    group.seen(late, 1);
    return late;
  }

  /** The first lines of what was logged since the last call. */
  private List<String> logged() {
    List<String> lines = log.stream().map(text -> text.lines().findFirst().orElse("")).toList();
    log.clear();
    return lines;
  }

  @Test
  void ofAGroupTheFirstIsToldAtOnceAndTheOthersOnceAMinute() {
    LateGroup group = group(1);
    found(group);
    notices.overdue(List.of(group), 5 * SECOND);
    assertThat(logged())
        .singleElement()
        .asString()
        .startsWith("Rollcall: " + TYPE + " 0x")
        .endsWith("and rollcall.expect allows 500 ms (group T@1)");

    found(group);
    notices.overdue(List.of(group), 64 * SECOND);
    assertThat(logged()).isEmpty();
    group.beginPass();
    found(group);
    found(group);
    notices.overdue(List.of(group), 65 * SECOND);
    assertThat(logged())
        .singleElement()
        .asString()
        .startsWith("Rollcall: 2 resources of type " + TYPE + " are overdue: the oldest, 0x")
        .endsWith("and rollcall.expect allows 500 ms (4 so far; group T@1)");

    notices.overdue(List.of(group), 3_600 * SECOND);
    assertThat(logged()).as("nothing is new").isEmpty();
    assertThat(resources).hasSize(1);
  }

  @Test
  void ofManyGroupsTenAreToldAMinuteAndThatOthersAreLeftOut() {
    List<LateGroup> groups = IntStream.range(0, 25).mapToObj(this::group).toList();
    groups.forEach(this::found);
    notices.overdue(groups, SECOND);
    assertThat(logged())
        .hasSize(11)
        .endsWith(
            "Rollcall: 15 more groups of resources are overdue, too, and not told of yet:"
                + " Rollcall gives at most 10 such warnings a minute");
    notices.overdue(groups, 59 * SECOND);
    assertThat(logged()).isEmpty();
    notices.overdue(groups, 61 * SECOND);
    assertThat(logged()).hasSize(11).last().asString().startsWith("Rollcall: 5 more groups ");
    notices.overdue(groups, 122 * SECOND);
    assertThat(logged()).hasSize(5).allMatch(line -> line.contains(" is overdue: "));
    notices.overdue(groups, 183 * SECOND);
    assertThat(logged()).isEmpty();
  }

  private void returns(LateGroup group, LateResource late) {
    late.released();
    group.returned++;
    group.lastReturned = late;
    group.longestReturnedMillis = Math.max(group.longestReturnedMillis, 41_000);
  }

  @Test
  void whatReturnsIsToldAsSparingly() {
    LateGroup group = group(1);
    returns(group, found(group));
    assertThat(notices.returned(List.of(group), SECOND)).isTrue();
    assertThat(logged())
        .singleElement()
        .asString()
        .matches(
            "Rollcall: \\S+ 0x[0-9a-f]+ returned after .* s in thread .*;"
                + " rollcall.expect allows 500 ms \\(group T@1\\)");

    returns(group, found(group));
    returns(group, found(group));
    assertThat(notices.returned(List.of(group), 60 * SECOND)).isFalse();
    assertThat(logged()).isEmpty();
    assertThat(notices.returned(List.of(group), 61 * SECOND)).isTrue();
    assertThat(logged())
        .singleElement()
        .asString()
        .endsWith("allows 500 ms (3 late so far, the longest after 41 s; group T@1)");
  }

  @Test
  void whatReturnedBeforeItWasToldIsNotWarnedOf() {
    LateGroup group = group(1);
    found(group);
    checker.unregister(resources.get(0));
    notices.overdue(List.of(group), SECOND);
    assertThat(logged()).isEmpty();
  }
}
