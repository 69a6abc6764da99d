package dev.rollcall.report.table;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.report.ReportWords;
import java.util.List;

/** What to fix first. */
final class CauseSheet {
  /** A cause, and who answers for its place; {@code rank} begins with 1. */
  record Ranked(long rank, Cause cause, List<String> owners) {}

  static final Sheet<Ranked> SHEET =
      Sheet.<Ranked>of(
              "cause",
              "Leaks with the same first suspect: who mends that method mends them all. `cause`"
                  + " tells those of a JVM apart.")
          .all("rank", Kind.INTEGER, "1 for the cause of most leaks", Ranked::rank)
          .all(
              "cause",
              Kind.TEXT,
              "the suspect as `class.method`; where nobody is suspected the fingerprint of the"
                  + " group",
              of -> of.cause.name())
          .frame(
              "the suspect, or else of where the first group was registered",
              of -> ReportWords.at(of.cause))
          .some(
              "kind",
              Kind.TEXT,
              "kind of evidence; null where nobody is suspected",
              suspect(s -> s.kind().word()))
          .some(
              "confidence",
              Kind.TEXT,
              "`high`, `medium` or `low`",
              suspect(s -> s.confidence().word()))
          .some(
              "score",
              Kind.REAL,
              "how strong the evidence is, from 0 to 1",
              suspect(Suspect::score))
          .some(
              "evidence",
              Kind.TEXT,
              "what speaks against it, and what to do",
              suspect(Suspect::evidence))
          .some(
              "found", Kind.TEXT, "what speaks against it, as a sentence", suspect(Suspect::found))
          .some(
              "todo",
              Kind.TEXT,
              "what to do about it, as a sentence",
              suspect(s -> s.todo().isEmpty() ? null : s.todo()))
          .all("leaked", Kind.INTEGER, "how many resources leaked by it", of -> of.cause.leaked())
          .all(
              "bytes",
              Kind.INTEGER,
              "how many bytes they hold together, as far as that is known",
              of -> of.cause.bytes())
          .all(
              "fingerprints",
              Kind.TEXTS,
              "its groups, largest first",
              of -> of.cause.groups().stream().map(LeakFinding::fingerprint).toList())
          .all(
              "owners",
              Kind.TEXTS,
              "who owns that file; empty where nobody is known",
              Ranked::owners)
          .made();

  private CauseSheet() {}

  private static Sheet.Value<Ranked> suspect(Sheet.Value<Suspect> value) {
    return of -> {
      Suspect suspect = of.cause.suspect();
      return suspect == null ? null : value.of(suspect);
    };
  }
}
