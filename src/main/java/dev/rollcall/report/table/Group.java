package dev.rollcall.report.table;

import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Key;
import dev.rollcall.recording.Site;
import dev.rollcall.report.ReportWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group of any status, as the rows of it need it.
 *
 * @param fingerprint what reports call it
 * @param known whether a baseline knows it
 * @param leak what is known of leaked or open ones; null for others
 * @param misuse what is known of misuses; null for others
 * @param ages the ages of open ones; null for others
 * @param cause the key of the cause of leaked ones; null for others
 */
record Group(
    String fingerprint,
    Status status,
    boolean known,
    String type,
    long count,
    Site site,
    @Nullable LeakFinding leak,
    @Nullable MisuseFinding misuse,
    @Nullable AgeRuling ages,
    @Nullable String cause) {
  /** The order of rows: one fingerprint may leak in part, and be open in part. */
  static final Comparator<Group> ORDER =
      Comparator.comparing(Group::fingerprint).thenComparing(Group::status);

  static Group of(LeakFinding leak, boolean known, @Nullable String cause) {
    return new Group(
        leak.fingerprint(),
        Status.LEAKED,
        known,
        leak.type(),
        leak.count(),
        leak.site(),
        leak,
        null,
        null,
        cause);
  }

  static Group of(OpenFinding open) {
    return new Group(
        open.fingerprint(),
        Status.OPEN,
        false,
        open.type(),
        open.count(),
        open.group().site(),
        open.group(),
        null,
        open.ages(),
        null);
  }

  static Group of(MisuseFinding misuse, boolean known) {
    return new Group(
        misuse.kind() + ' ' + Key.of(misuse).fingerprint(),
        Status.MISUSED,
        known,
        misuse.type(),
        misuse.count(),
        misuse.site(),
        null,
        misuse,
        null,
        null);
  }

  static Group of(CollectorFinding released) {
    return new Group(
        released.origin().fingerprint(),
        Status.RELEASED_BY_COLLECTOR,
        false,
        released.origin().type(),
        released.count(),
        released.origin().site(),
        null,
        null,
        null,
        null);
  }

  /** Of two with one name, which differ in lines only, the larger, with the count of both. */
  Group plus(Group other) {
    Group larger = other.count > count ? other : this;
    return new Group(
        fingerprint,
        status,
        known && other.known,
        larger.type,
        count + other.count,
        larger.site,
        larger.leak,
        larger.misuse,
        larger.ages,
        larger.cause);
  }

  /** Where in the program they were registered, or misused; null where it is not known. */
  @Nullable StackTraceElement at() {
    return ReportWords.application(site);
  }

  /** The word for what their ages say; null where nothing is asked of them. */
  @Nullable String age() {
    return ages == null ? null : ages.verdict().name().toLowerCase(Locale.ROOT);
  }

  List<Suspect> suspects() {
    return leak != null ? leak.suspects() : misuse != null ? misuse.lives().suspects() : List.of();
  }

  List<History> examples() {
    return leak != null ? leak.examples() : misuse != null ? misuse.lives().examples() : List.of();
  }
}
