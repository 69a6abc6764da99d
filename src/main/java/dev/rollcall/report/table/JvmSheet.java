package dev.rollcall.report.table;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JVMs. */
final class JvmSheet {
  /**
   * What is known of a JVM.
   *
   * @param jvm itself; null where no recording says whose it is
   * @param recordings at least one, the earliest first
   */
  record Known(Report report, @Nullable Jvm jvm, List<Recording> recordings) {
    FindingTotals totals() {
      return report.findings().totals();
    }

    long start() {
      return recordings.stream().mapToLong(Recording::start).filter(t -> t > 0).min().orElse(0);
    }

    long end() {
      return recordings.stream().mapToLong(Recording::end).max().orElse(0);
    }

    private SortedMap<String, String> labels() {
      return jvm == null ? new TreeMap<>() : jvm.labels().values();
    }

    private long followed() {
      return totals().following().isAll() ? totals().registered() : totals().following().followed();
    }
  }

  static final Sheet<Known> SHEET =
      Sheet.<Known>of(
              "jvm",
              "A JVM whose recordings were read. It is written last: what is in it has all its rows"
                  + " in the other tables.")
          .all(
              "schema_version",
              Kind.INTEGER,
              "version of these tables",
              of -> (long) Tables.SCHEMA_VERSION)
          .all("labels", Kind.LABELS, "all its labels, also those without a column", Known::labels)
          .some("pid", Kind.INTEGER, "its process id", jvm(Jvm::pid))
          .some("started", Kind.TIME, "when it started", jvm(jvm -> time(jvm.startedAt())))
          .some(
              "name",
              Kind.TEXT,
              "its name, as in `OpenJDK 64-Bit Server VM`",
              jvm(jvm -> text(jvm.name())))
          .some(
              "java_version",
              Kind.TEXT,
              "its version, as the JVM says it",
              jvm(jvm -> text(jvm.version())))
          .some(
              "jvm_id",
              Kind.TEXT,
              "the id that it drew for itself; null where no recording says it",
              jvm(jvm -> text(jvm.id())))
          .some("first", Kind.TIME, "start of its first recording", of -> time(of.start()))
          .some(
              "last",
              Kind.TIME,
              "end of its last recording; `date` is the day of it",
              of -> time(of.end()))
          .all(
              "recordings",
              Kind.TEXTS,
              "its recordings, as they were given, the earliest first",
              of -> of.recordings.stream().map(recording -> recording.file().toString()).toList())
          .all(
              "complete",
              Kind.FLAG,
              "whether its recordings prove that there is nothing beyond what was found",
              of -> of.report.findings().isSure())
          .all(
              "outcome",
              Kind.TEXT,
              "`clean`, `found` or `unsure`; what is suppressed or known does not count",
              of -> of.report.findings().outcome().name().toLowerCase(Locale.ROOT))
          .all(
              "registered",
              Kind.INTEGER,
              "resources that were registered",
              of -> of.totals().registered())
          .all(
              "released",
              Kind.INTEGER,
              "resources that were released",
              of -> of.totals().unregistered())
          .all(
              "leaked",
              Kind.INTEGER,
              "resources that leaked, suppressed and known ones included",
              of -> of.report.leaked())
          .all(
              "suppressed",
              Kind.INTEGER,
              "leaked resources that rules suppress: they are in no group",
              of -> of.report.suppressed())
          .all(
              "open",
              Kind.INTEGER,
              "resources that were open when the recordings ended",
              of -> of.totals().open())
          .all(
              "unknown",
              Kind.INTEGER,
              "resources of which it is not known what became of them",
              of -> of.totals().unknown())
          .all("misused", Kind.INTEGER, "misuses", of -> of.report.misused())
          .all(
              "ignored",
              Kind.INTEGER,
              "resources that are meant to live for ever",
              of -> of.totals().ignored())
          .all("followed", Kind.INTEGER, "lives that were followed step by step", Known::followed)
          .all(
              "unfollowed",
              Kind.INTEGER,
              "lives that were not, and were counted only",
              of -> of.totals().following().unfollowed())
          .all(
              "bytes",
              Kind.INTEGER,
              "bytes that the leaked hold, as far as that is known",
              of -> of.report.bytes())
          .made();

  private JvmSheet() {}

  private static Sheet.Value<Known> jvm(Sheet.Value<Jvm> value) {
    return of -> of.jvm == null ? null : value.of(of.jvm);
  }

  private static @Nullable Long time(long nanos) {
    return nanos <= 0 ? null : nanos;
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
