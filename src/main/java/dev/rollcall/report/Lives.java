package dev.rollcall.report;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.common.Bytes;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Jvm;

/** Histories as text, each in full. */
public final class Lives {
  private Lives() {}

  /** One history, with the stack of every step that has one. */
  public static String of(History history) {
    return of(history, Paragraph.COLUMNS);
  }

  /** As {@link #of(History)}, in lines of so many columns. */
  public static String of(History history, int columns) {
    Page page = new Page(columns);
    heading(page, "", history);
    LifeTable.append(page, "  ", history, true);
    return page.toString();
  }

  public static void heading(StringBuilder out, String lead, History history) {
    heading(new Page(out, Paragraph.COLUMNS), lead, history);
  }

  static void heading(Page page, String lead, History history) {
    StringBuilder text = new StringBuilder();
    text.append(Words.id(history.resourceId()))
        .append(' ')
        .append(Printable.of(history.type()))
        .append(", ")
        .append(history.verdict().word());
    History.Owner owner = history.owner();
    if (owner != null) {
      text.append(", owned by ").append(Words.id(owner.resourceId()));
      if (!owner.type().isEmpty()) {
        text.append(" (").append(Printable.of(owner.type())).append(')');
      }
    }
    Jvm jvm = history.jvm();
    if (jvm != null) {
      text.append(", pid ")
          .append(jvm.pid())
          .append(" of ")
          .append(ReportWords.time(jvm.startedAt()));
      if (!jvm.labels().isEmpty()) {
        text.append(" (").append(jvm.labels().inWords()).append(')');
      }
    }
    if (history.bytes() > 0) {
      text.append(", holding ").append(Bytes.text(history.bytes()));
    }
    if (history.checkerId() != 0) {
      text.append(", checker ").append(history.checkerId());
    }
    if (lead.isEmpty()) {
      text.append(", group ").append(Printable.of(history.fingerprint()));
    }
    if (!history.isFollowed()) {
      text.append(", not followed");
    }
    if (history.beginsBefore()) {
      text.append(", begins before the recording");
    }
    if (history.missingSteps() > 0) {
      text.append(", ").append(Words.count(history.missingSteps(), "step")).append(" missing");
    }
    page.sentence(lead, text.toString());
  }
}
