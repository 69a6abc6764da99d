package dev.rollcall.report.table;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.Labels;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Identity;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.report.ReportWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of one JVM is in the tables. */
public final class JvmTables {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private static final Comparator<Recording> EARLIEST_FIRST =
      Comparator.comparingLong(Recording::start)
          .thenComparing(recording -> recording.file().toString());

  private final String jvm;
  private final LocalDate date;
  private final Map<String, List<Row>> rows = new HashMap<>();

  private JvmTables(String jvm, Report report, Owners owners, int examples) {
    List<Recording> recordings =
        report.findings().recordings().stream()
            .map(read -> read.recording())
            // What was read from another file already tells nothing.
            .filter(recording -> recording.chunks() > 0)
            .sorted(EARLIEST_FIRST)
            .toList();
    JvmSheet.Known known = new JvmSheet.Known(report, best(recordings), recordings);
    this.jvm = jvm;
    this.date =
        Instant.ofEpochSecond(Math.floorDiv(known.end(), NANOS_PER_SECOND))
            .atOffset(ZoneOffset.UTC)
            .toLocalDate();
    Whose whose = new Whose(jvm, known.jvm() == null ? Labels.NONE : known.jvm().labels());
    put(JvmSheet.SHEET, whose, List.of(known));
    put(LossSheet.SHEET, whose, losses(report.findings()));
    findings(whose, report, owners, examples);
  }

  /** Those of a report of one JVM, which names itself. */
  public static JvmTables of(Report report, Owners owners) {
    return of(Identity.key(report.findings()), report, owners);
  }

  /**
   * Those of a report of one JVM that has a name already, as one that has lost its labels since.
   *
   * @param jvm what {@link Identity#key} calls it
   */
  public static JvmTables of(String jvm, Report report, Owners owners) {
    return of(jvm, report, owners, Integer.MAX_VALUE);
  }

  /** As above, with no more than so many example lives of each group. */
  public static JvmTables of(String jvm, Report report, Owners owners, int examples) {
    return new JvmTables(jvm, report, owners, examples);
  }

  /** The row of the table {@code loss} for a file that cannot be read, so that it is nobody's. */
  public static Row unreadable(String file, String sentence) {
    return LossSheet.SHEET.row(
        new Whose(null, Labels.NONE),
        new LossSheet.Lack(file, LossSheet.UNREADABLE, null, sentence));
  }

  /** Its key. */
  public String jvm() {
    return jvm;
  }

  /** The partition that its rows are in: the day, in UTC, on which its last recording ends. */
  public LocalDate date() {
    return date;
  }

  /** Its rows in a table, in order. */
  public List<Row> rows(Table table) {
    return Objects.requireNonNull(rows.get(table.name()), table.name());
  }

  private <T> void put(Sheet<T> sheet, Whose whose, List<T> things) {
    rows.put(sheet.table().name(), sheet.rows(whose, things));
  }

  /** Of what recordings say of it the most: one may lack the labels that another has. */
  private static @Nullable Jvm best(List<Recording> recordings) {
    return recordings.stream()
        .map(Recording::jvm)
        .filter(Objects::nonNull)
        .max(
            Comparator.comparing((Jvm jvm) -> !jvm.id().isEmpty())
                .thenComparing(jvm -> jvm.labels().values().size()))
        .orElse(null);
  }

  private static List<LossSheet.Lack> losses(Findings findings) {
    return findings.recordings().stream()
        .flatMap(
            read ->
                read.losses().stream()
                    .map(
                        loss ->
                            new LossSheet.Lack(
                                read.recording().file().toString(),
                                loss.kind().word(),
                                loss.count(),
                                loss.sentence())))
        .sorted(LossSheet.Lack.ORDER)
        .toList();
  }

  private void findings(Whose whose, Report report, Owners owners, int examples) {
    List<CauseSheet.Ranked> causes = new ArrayList<>();
    Map<String, String> causeOf = new HashMap<>();
    for (Cause cause : Cause.of(report.listed().groups(), report.by())) {
      causes.add(
          new CauseSheet.Ranked(causes.size() + 1, cause, owners(ReportWords.at(cause), owners)));
      for (LeakFinding group : cause.groups()) {
        causeOf.put(group.fingerprint(), cause.name());
      }
    }
    put(CauseSheet.SHEET, whose, causes);
    List<Group> groups = groups(report, causeOf);
    put(
        GroupSheet.SHEET,
        whose,
        groups.stream()
            .map(group -> new GroupSheet.Owned(group, owners(group.at(), owners)))
            .toList());
    put(SuspectSheet.SHEET, whose, groups.stream().flatMap(JvmTables::suspects).toList());
    List<ResourceSheet.Example> lives =
        groups.stream()
            .flatMap(
                group ->
                    group.examples().stream()
                        .limit(examples)
                        .map(life -> new ResourceSheet.Example(group, life)))
            .sorted(ResourceSheet.Example.ORDER)
            .toList();
    put(ResourceSheet.SHEET, whose, lives);
    put(StepSheet.SHEET, whose, lives.stream().flatMap(e -> StepSheet.of(e).stream()).toList());
  }

  private static List<Group> groups(Report report, Map<String, String> causeOf) {
    Findings listed = report.listed();
    Known known = report.shown().leaked() ? report.known() : null;
    record Name(String fingerprint, Status status) {}
    Map<Name, Group> groups = new HashMap<>();
    Stream.of(
            listed.groups().stream()
                .map(leak -> Group.of(leak, false, causeOf.get(leak.fingerprint()))),
            known == null
                ? Stream.<Group>of()
                : known.leaks().stream().map(leak -> Group.of(leak, true, null)),
            listed.open().groups().stream().map(Group::of),
            listed.misuses().stream().map(misuse -> Group.of(misuse, false)),
            known == null
                ? Stream.<Group>of()
                : known.misuses().stream().map(misuse -> Group.of(misuse, true)),
            listed.byCollector().stream().map(Group::of))
        .flatMap(some -> some)
        .forEach(
            group ->
                groups.merge(new Name(group.fingerprint(), group.status()), group, Group::plus));
    return groups.values().stream().sorted(Group.ORDER).toList();
  }

  private static Stream<SuspectSheet.Ranked> suspects(Group group) {
    List<SuspectSheet.Ranked> ranked = new ArrayList<>();
    for (Suspect suspect : group.suspects()) {
      ranked.add(new SuspectSheet.Ranked(group, ranked.size() + 1, suspect));
    }
    return ranked.stream();
  }

  private static List<String> owners(@Nullable StackTraceElement frame, Owners owners) {
    return frame == null ? List.of() : owners.of(frame);
  }
}
