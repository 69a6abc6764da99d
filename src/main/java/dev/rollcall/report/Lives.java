package dev.rollcall.report;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Jvm;

/** Histories as text, each in full. */
public final class Lives {
  private Lives() {}

  /** One history, with the stack of every step that has one. */
  public static String of(History history) {
    StringBuilder out = new StringBuilder();
    heading(out, "", history);
    LifeTable.append(out, "  ", history, true);
    return out.toString();
  }

  public static void heading(StringBuilder out, String lead, History history) {
    out.append(lead)
        .append(Words.id(history.resourceId()))
        .append(' ')
        .append(Printable.of(history.type()))
        .append(", ")
        .append(history.verdict().word());
    History.Owner owner = history.owner();
    if (owner != null) {
      out.append(", owned by ").append(Words.id(owner.resourceId()));
      if (!owner.type().isEmpty()) {
        out.append(" (").append(Printable.of(owner.type())).append(')');
      }
    }
    Jvm jvm = history.jvm();
    if (jvm != null) {
      out.append(", pid ")
          .append(jvm.pid())
          .append(" of ")
          .append(ReportWords.time(jvm.startedAt()));
    }
    if (history.checkerId() != 0) {
      out.append(", checker ").append(history.checkerId());
    }
    if (lead.isEmpty()) {
      out.append(", group ").append(Printable.of(history.fingerprint()));
    }
    if (history.beginsBefore()) {
      out.append(", begins before the recording");
    }
    if (history.missingSteps() > 0) {
      out.append(", ").append(Words.count(history.missingSteps(), "step")).append(" missing");
    }
    out.append('\n');
  }
}
