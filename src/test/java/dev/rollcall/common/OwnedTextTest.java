package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakReport;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.Entries;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.testing.Store;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaks own, in a report. */
class OwnedTextTest {
  private final ActiveChecker checker = (ActiveChecker) LeakChecker.builder().build();
  private final Store store = new Store(checker);

  @Test
  void byTypeTheMostFrequentFirst() {
    OwnedText text = new OwnedText();
    text.add("b.Row", 2);
    text.add("a.Cursor", 1_000);
    text.add("b.Row", 1);
    text.add("a\n.Row", 3);
    text.add("", 1);

    assertThat(text.lines())
        .containsExactly(
            "owns 1,000 x a.Cursor (1 site)",
            "owns 3 x a\\u000a.Row (1 site)",
            "owns 3 x b.Row (2 sites)",
            "owns 1 x unknown type (1 site)");
  }

  @Test
  void manyTypesAreCut() {
    OwnedText text = new OwnedText();
    for (int i = 1; i <= 13; i++) {
      text.add("T" + i, i);
    }

    assertThat(text.lines()).hasSize(11).last().isEqualTo("owns 6 more of 3 other types");
  }

  private static List<String> shape(LeakReport report) {
    return Arrays.stream(report.toString().split("\\R"))
        .filter(line -> line.startsWith("LEAK:") || line.startsWith("    owns"))
        .map(line -> line.replaceAll("oldest .*", "oldest"))
        .toList();
  }

  @Test
  void aReportHasTheOwnersFirstAndTheOwnedUnderThem() {
    Object session = store.open();
    List<Object> owned =
        List.of(store.select(session), store.selectAll(session), store.select(session));
    Object alone = store.open();
    Object orphan = store.fetch(alone);
    checker.unregister(alone);

    List<String> shape = shape(checker.check());
    assertThat(shape)
        .first()
        .isEqualTo(
            "LEAK: 5 of 6 registered resources were never released, 3 of them owned by other leaks,"
                + " in 2 groups.");
    // Groups of one are in the order of their fingerprints, which no test should know.
    assertThat(shape)
        .hasSize(4)
        .contains("LEAK: 1 x dev.rollcall.testing.Store$Row, oldest")
        .containsSequence(
            "LEAK: 1 x dev.rollcall.testing.Store$Session, oldest",
            "    owns 3 x dev.rollcall.testing.Store$Cursor (2 sites)");
    store.close(session, owned.toArray());
    checker.unregister(orphan);
  }

  @Test
  void anOwnerThatWasCollectedIsOneStill() {
    Object session = store.open();
    Object row = store.fetch(session);
    // What the collector does; so the test does not depend on it.
    Entries.byAge(checker).get(0).clear();

    LeakReport report = checker.check();
    assertThat(report.indirect()).isEqualTo(1);
    assertThat(shape(report))
        .containsExactly(
            "LEAK: 2 of 2 registered resources were never released, 1 of them owned by other leaks,"
                + " in 1 group.",
            "LEAK: 1 x dev.rollcall.testing.Store$Session, oldest",
            "    owns 1 x dev.rollcall.testing.Store$Row (1 site)");
    assertThat(List.of(session, row)).doesNotContainNull();
  }

  @Test
  void thatALeakOwnsSomethingHoldsItNot() {
    Object session = store.open();
    Object row = store.fetch(session);

    Entry entry = Entries.byAge(checker).get(1);
    assertThat(entry.ownerId()).isEqualTo(Entries.byAge(checker).get(0).id);
    assertThat(entry.detail()).isNotNull().hasNoNullFieldsOrPropertiesExcept("description");
    store.close(session, row);
  }

  @Test
  void moreThanTwentyGroupsAndWhatTheyOwnAreCounted() {
    LeakChecker many = LeakChecker.builder().sites(SiteMode.NEVER).build();
    List<Object> owners =
        List.of(
            new Object[] {
              new int[0],
              new long[0],
              new byte[0],
              new char[0],
              new short[0],
              new float[0],
              new double[0],
              new boolean[0],
              new int[0][],
              new long[0][],
              new byte[0][],
              new char[0][],
              new short[0][],
              new float[0][],
              new double[0][],
              new boolean[0][],
              new Object[0],
              new String[0],
              new Integer[0],
              new Long[0],
              new Byte[0],
              new Short[0]
            });
    owners.forEach(owner -> many.register(owner));
    List<Object> owned =
        owners.stream().map(owner -> (Object) new Store(many).fetch(owner)).toList();

    assertThat(many.check().toString())
        .contains("more groups with 2 resources, which own 2 more" + System.lineSeparator());
    owned.forEach(many::unregister);
    owners.forEach(many::unregister);
  }
}
