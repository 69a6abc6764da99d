package dev.rollcall.report.table;

import dev.rollcall.diagnosis.Suspect;

/** Who may have forgotten a release, or released too early. */
final class SuspectSheet {
  /** A suspect of a group; {@code rank} begins with 1. */
  record Ranked(Group group, long rank, Suspect suspect) {}

  static final Sheet<Ranked> SHEET =
      Sheet.<Ranked>of("suspect", "A method that may have forgotten the release of a group.")
          .all("fingerprint", Kind.TEXT, "the group", of -> of.group.fingerprint())
          .all("status", Kind.TEXT, "its status", of -> of.group.status().word())
          .all("rank", Kind.INTEGER, "1 for the most likely suspect of the group", Ranked::rank)
          .all("kind", Kind.TEXT, "kind of evidence", of -> of.suspect.kind().word())
          .frame("the suspect", of -> of.suspect.frame())
          .all(
              "score",
              Kind.REAL,
              "how strong the evidence is, from 0 to 1",
              of -> of.suspect.score())
          .all(
              "confidence",
              Kind.TEXT,
              "`high`, `medium` or `low`",
              of -> of.suspect.confidence().word())
          .all(
              "evidence",
              Kind.TEXT,
              "what speaks against it, and what to do",
              of -> of.suspect.evidence())
          .all(
              "found", Kind.TEXT, "what speaks against it, as a sentence", of -> of.suspect.found())
          .some(
              "todo",
              Kind.TEXT,
              "what to do about it, as a sentence",
              of -> of.suspect.todo().isEmpty() ? null : of.suspect.todo())
          .made();

  private SuspectSheet() {}
}
