package dev.rollcall.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.common.Labels;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.gate.Shown;
import dev.rollcall.gate.compare.Identity;
import dev.rollcall.gate.redact.Redaction;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What of a JVM is in the tables. */
final class JvmTablesTest {
  private static final long SECOND = 1_000_000_000;

  private static Table table(String name) {
    return Tables.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** The rows of a table, column by column; of each row only what is not null. */
  private static List<Map<String, Object>> rows(JvmTables of, String name) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Table table = table(name);
    for (Row row : of.rows(table)) {
      assertThat(row.values()).hasSameSizeAs(table.columns());
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < row.values().size(); i++) {
        Object value = row.values().get(i);
        if (value == null) {
          assertThat(table.columns().get(i).optional()).as(table.columns().get(i).name()).isTrue();
        } else {
          assertThat(value).isInstanceOf(type(table.columns().get(i).kind()));
          values.put(table.columns().get(i).name(), value);
        }
      }
      rows.add(values);
    }
    return rows;
  }

  private static Class<?> type(Kind kind) {
    return switch (kind) {
      case TEXT -> String.class;
      case INTEGER, TIME -> Long.class;
      case REAL -> Double.class;
      case FLAG -> Boolean.class;
      case TEXTS, FRAMES -> List.class;
      case LABELS -> SortedMap.class;
    };
  }

  private static JvmTables of(Findings findings) {
    return JvmTables.of(Report.of(findings), Owners.NONE);
  }

  private static Events leaky() {
    return new Events()
        .register(42, "open")
        .touch(42, "handed on", 1)
        .register(43, "open")
        .register(44, "borrow")
        .unregister(44, 1)
        .misuse(44, "use after release", "late")
        .check(5, "exit", new Totals(3, 1, 2, 0))
        .leak(5, 42)
        .leak(5, 43);
  }

  @Test
  void whatLeakedIsAGroupWithItsCauseItsExamplesAndTheirSteps() {
    JvmTables tables = of(leaky().findings());

    Map<String, Object> group =
        rows(tables, "group").stream()
            .filter(row -> Objects.equals(row.get("status"), "leaked"))
            .findFirst()
            .orElseThrow();
    assertThat(group)
        .contains(
            entry("jvm", tables.jvm()),
            entry("type", Events.TYPE),
            entry("known", false),
            entry("count", 2L),
            entry("reachable", 2L),
            entry("collected", 0L),
            entry("direct", 2L),
            entry("indirect", 0L),
            entry("class", "com.acme.Server"),
            entry("method", "open"),
            entry("file", "Server.java"),
            entry("line", 42L),
            entry("owners", List.of()),
            entry("site", Events.site("open").frames()),
            entry("site_text", "com.acme.Server.open(Server.java:42)"))
        .doesNotContainKeys("age", "overdue", "kind", "message");
    assertThat((String) group.get("fingerprint")).startsWith(Events.TYPE + "@");

    assertThat(rows(tables, "cause"))
        .singleElement()
        .satisfies(
            cause ->
                assertThat(cause)
                    .contains(
                        entry("rank", 1L),
                        entry("cause", group.get("cause")),
                        entry("leaked", 2L),
                        entry("fingerprints", List.of(group.get("fingerprint")))));

    List<Map<String, Object>> examples =
        rows(tables, "resource").stream()
            .filter(row -> Objects.equals(row.get("status"), "leaked"))
            .toList();
    assertThat(examples).extracting(row -> row.get("resource")).containsExactly("0x2a", "0x2b");
    assertThat(examples.get(0))
        .contains(
            entry("resource_id", 42L),
            entry("checker", 0L),
            entry("fingerprint", group.get("fingerprint")),
            entry("registered", 1_764_000_000_000_001_000L),
            entry("begins_before", false),
            entry("followed", true),
            entry("missing_steps", 0L));

    List<Map<String, Object>> steps =
        rows(tables, "step").stream()
            .filter(row -> Objects.equals(row.get("resource_id"), 42L))
            .toList();
    assertThat(steps)
        .extracting(row -> row.get("number"), row -> row.get("kind"))
        .startsWith(tuple(1L, "register"), tuple(2L, "touch"));
    assertThat(steps.get(1))
        .contains(
            entry("note", "handed on"),
            entry("thread", "main"),
            entry("time", 1_764_000_000_000_002_000L),
            entry("site_text", "com.acme.Server.use(Server.java:42)"));
    assertThat(examples.get(0))
        .contains(entry("last_seen", steps.get(steps.size() - 1).get("time")));
  }

  @Test
  void misusesAreNamedAsInOtherReports() {
    JvmTables tables = of(leaky().findings());

    Map<String, Object> group =
        rows(tables, "group").stream()
            .filter(row -> Objects.equals(row.get("status"), "misused"))
            .findFirst()
            .orElseThrow();
    assertThat(group)
        .contains(
            entry("kind", "use after release"),
            entry("count", 1L),
            entry("message", "it was wrong"))
        .doesNotContainKeys("reachable", "cause", "oldest_ms");
    assertThat((String) group.get("fingerprint")).startsWith("use after release " + Events.TYPE);
  }

  @Test
  void misusesThatDifferInLinesOnlyAreOneGroup() {
    Findings findings =
        misused(
            Samples.misuses("over-release", "close", 7, 2),
            Samples.misuses("over-release", "close", 9, 3),
            Samples.misuses("double-register", "close", 9, 1));

    assertThat(rows(of(findings), "group"))
        .extracting(row -> row.get("kind"), row -> row.get("count"), row -> row.get("line"))
        .containsExactly(tuple("double-register", 1L, 9L), tuple("over-release", 5L, 9L));
  }

  private static Findings misused(MisuseFinding... misuses) {
    return Samples.findings(1, List.of(), List.of(misuses));
  }

  @Test
  void whatIsOpenSaysWhatItsAgesSay() {
    Findings findings =
        new Events()
            .register(1)
            .checkpoint("chunk-end", new Totals(1, 0, 1, 0), 1)
            .live(1, false)
            .findings();
    JvmTables tables = of(findings);

    assertThat(rows(tables, "group"))
        .singleElement()
        .satisfies(
            group ->
                assertThat(group)
                    .contains(
                        entry("status", "open"),
                        entry("age", "unknown"),
                        entry("overdue", 0L),
                        entry("count", 1L))
                    .doesNotContainKey("cause"));
    assertThat(rows(tables, "cause")).isEmpty();
    assertThat(rows(tables, "resource")).extracting(row -> row.get("status")).containsOnly("open");
    assertThat(rows(JvmTables.of(shown(findings, true), Owners.NONE), "group")).isEmpty();
  }

  private static Report shown(Findings findings, boolean leaked) {
    return new Shown(leaked, !leaked, 0).apply(Report.of(findings));
  }

  @Test
  void whatABaselineKnowsIsThereAndOfNoCause() {
    LeakFinding old = Samples.leaks("old", 3);
    Findings findings = Samples.findings(Samples.leaks("new", 2));
    Report report =
        new Report(
            findings,
            List.of(),
            new Known(List.of(old), List.of(Samples.misuses("late", "m", 1, 1)), Map.of()));
    JvmTables tables = JvmTables.of(report, Owners.NONE);

    assertThat(rows(tables, "group"))
        .extracting(row -> row.get("status"), row -> row.get("known"), row -> row.get("count"))
        .containsExactlyInAnyOrder(
            tuple("leaked", false, 2L), tuple("leaked", true, 3L), tuple("misused", true, 1L));
    assertThat(rows(tables, "group"))
        .filteredOn(row -> row.containsKey("cause"))
        .extracting(row -> row.get("count"))
        .containsExactly(2L);
    assertThat(rows(tables, "cause")).hasSize(1);
    assertThat(rows(tables, "jvm").get(0)).contains(entry("leaked", 5L), entry("misused", 1L));
  }

  @Test
  void causesComeInTheOrderOfReportsAndNameTheirOwners() {
    Owners owners = frame -> List.of("@" + frame.getMethodName(), "@all");
    JvmTables tables = JvmTables.of(Report.of(Samples.ofTwoCauses()), owners);

    assertThat(rows(tables, "cause"))
        .extracting(
            row -> row.get("rank"),
            row -> row.get("cause"),
            row -> row.get("leaked"),
            row -> row.get("owners"),
            row -> row.get("found"),
            row -> row.get("todo"))
        .containsExactly(
            tuple(
                1L,
                "com.acme.Server.two",
                4L,
                List.of("@two", "@all"),
                "two is suspected.",
                "Look there."),
            tuple(
                2L,
                "com.acme.Server.one",
                3L,
                List.of("@one", "@all"),
                "one is suspected.",
                "Look there."));
    assertThat(rows(tables, "suspect"))
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row)
                    .contains(
                        entry("rank", 1L),
                        entry("kind", "absence"),
                        entry("score", 0.5),
                        entry("confidence", "low")));
    assertThat(rows(tables, "group"))
        .allSatisfy(
            row ->
                assertThat(row)
                    .contains(entry("owners", List.of("@" + row.get("method"), "@all"))));
  }

  @Test
  void aCauseThatNobodyIsSuspectedOfIsNamedByItsGroup() {
    JvmTables tables = of(Samples.findings(Samples.leaks("open", 1)));

    Object fingerprint = rows(tables, "group").get(0).get("fingerprint");
    assertThat(rows(tables, "cause").get(0))
        .contains(entry("cause", fingerprint), entry("method", "open"))
        .doesNotContainKeys("kind", "score", "confidence", "evidence");
    assertThat(rows(tables, "group").get(0)).contains(entry("cause", fingerprint));
  }

  /** A JVM that is called something, with a recording from one time to another, in seconds. */
  private static Findings labelled(String file, long from, long to, Loss... losses) {
    Jvm jvm =
        new Jvm(7, 5 * SECOND, "OpenJDK", "21", Labels.of("service=shop,version=1.4,rack=9"), "");
    Recording recording =
        new Recording(
            Path.of(file),
            jvm,
            from * SECOND,
            to * SECOND,
            1,
            0,
            List.of(),
            Recording.DataLoss.NONE,
            Map.of());
    return Samples.findings(
        new ReadRecording(recording, List.of(losses)),
        List.of(Samples.leaks("open", 2)),
        List.of());
  }

  @Test
  void everyRowSaysWhoseItIsAndInWhichVersion() {
    Findings findings =
        labelled("a.jfr", 10, 20, new Loss(Loss.Kind.DATA_LOSS, 8L, "8 bytes were dropped"));
    JvmTables tables = of(findings);

    assertThat(tables.jvm()).isEqualTo(Identity.key(findings)).matches("[0-9a-f]{16}");
    for (Table table : Tables.all()) {
      assertThat(rows(tables, table.name()))
          .allSatisfy(
              row ->
                  assertThat(row)
                      .contains(
                          entry("jvm", tables.jvm()),
                          entry("service", "shop"),
                          entry("version", "1.4"))
                      .doesNotContainKeys("pod", "rack"));
    }
    assertThat(rows(tables, "jvm").get(0))
        .contains(
            entry("schema_version", 1L),
            entry(
                "labels", new TreeMap<>(Map.of("service", "shop", "version", "1.4", "rack", "9"))),
            entry("pid", 7L),
            entry("started", 5 * SECOND),
            entry("name", "OpenJDK"),
            entry("java_version", "21"),
            entry("first", 10 * SECOND),
            entry("last", 20 * SECOND),
            entry("recordings", List.of("a.jfr")),
            entry("complete", false),
            entry("outcome", "found"),
            entry("registered", 10_000L),
            entry("released", 9_998L),
            entry("leaked", 2L),
            entry("followed", 10_000L),
            entry("unfollowed", 0L))
        .doesNotContainKey("jvm_id");
    assertThat(rows(tables, "loss"))
        .singleElement()
        .satisfies(
            loss ->
                assertThat(loss)
                    .contains(
                        entry("file", "a.jfr"),
                        entry("kind", "data-loss"),
                        entry("count", 8L),
                        entry("sentence", "8 bytes were dropped")));
  }

  @Test
  void theOrderOfTheRecordingsDoesNotMatter() {
    Findings one = labelled("b.jfr", 10, 20, new Loss(Loss.Kind.STEPS, null, "a step"));
    Findings other = labelled("a.jfr", 20, 30, new Loss(Loss.Kind.CHUNK, null, "a chunk"));
    JvmTables tables = of(with(one, one.recordings().get(0), other.recordings().get(0)));
    JvmTables turned = of(with(one, other.recordings().get(0), one.recordings().get(0)));

    assertThat(rows(tables, "jvm").get(0).get("recordings")).isEqualTo(List.of("b.jfr", "a.jfr"));
    for (Table table : Tables.all()) {
      assertThat(turned.rows(table)).isEqualTo(tables.rows(table));
    }
  }

  private static Findings with(Findings findings, ReadRecording... recordings) {
    return new Findings(
        List.of(recordings),
        findings.totals(),
        findings.groups(),
        findings.open(),
        findings.misuses(),
        findings.byCollector(),
        findings.settled());
  }

  @Test
  void theDateIsTheDayOnWhichTheLastRecordingEnds() {
    long day = 86_400;
    assertThat(of(labelled("a.jfr", 10, 2 * day - 1)).date()).isEqualTo(LocalDate.of(1970, 1, 2));
    assertThat(of(labelled("a.jfr", 10, 2 * day)).date()).isEqualTo(LocalDate.of(1970, 1, 3));
    assertThat(of(labelled("a.jfr", 0, 0)).date()).isEqualTo(LocalDate.of(1970, 1, 1));
  }

  @Test
  void aJvmThatLostItsLabelsKeepsItsKey() {
    Findings findings = labelled("a.jfr", 10, 20);
    Report redacted = new Redaction(EnumSet.of(Redaction.Kind.LABELS)).of(Report.of(findings));

    JvmTables tables = JvmTables.of(Identity.key(findings), redacted, Owners.NONE);

    assertThat(tables.jvm()).isEqualTo(of(findings).jvm());
    assertThat(rows(tables, "group").get(0)).contains(entry("service", "(redacted)"));
    assertThat(rows(tables, "jvm").get(0).toString()).doesNotContain("shop");
  }

  @Test
  void aFileThatCannotBeReadIsALossOfNobody() {
    Row row = JvmTables.unreadable("x.jfr", "x.jfr is no recording");
    List<String> columns = table("loss").columns().stream().map(Column::name).toList();

    assertThat(row.values()).hasSameSizeAs(columns);
    assertThat(row.values().get(columns.indexOf("jvm"))).isNull();
    assertThat(row.values().get(columns.indexOf("kind"))).isEqualTo("unreadable");
    assertThat(row.values().get(columns.indexOf("file"))).isEqualTo("x.jfr");
  }

  @Test
  void aPartHoldsTheJvmsOfADayAndIsNamedAfterThem() {
    JvmTables first = JvmTables.of("b", Report.of(labelled("a.jfr", 1, 2)), Owners.NONE);
    JvmTables second = JvmTables.of("a", Report.of(labelled("b.jfr", 1, 3)), Owners.NONE);
    JvmTables later = JvmTables.of("c", Report.of(labelled("c.jfr", 1, 90_000)), Owners.NONE);

    List<Part> parts = Part.of(List.of(later, first, second));

    assertThat(parts).extracting(Part::date).isSorted().hasSize(2);
    assertThat(parts.get(0).jvms()).containsExactly(second, first);
    assertThat(parts.get(0).directory(table("group"))).isEqualTo("group/date=1970-01-01");
    assertThat(parts.get(0).name()).matches("part-[0-9a-f]{16}");
    assertThat(parts.get(0).rows(table("jvm")).map(row -> row.values().get(0)))
        .containsExactly("a", "b");
    assertThat(Part.of(List.of(second, first)).get(0).key()).isEqualTo(parts.get(0).key());
    assertThat(Part.of(List.of(first)).get(0).key()).isNotEqualTo(parts.get(0).key());
  }
}
