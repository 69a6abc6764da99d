package dev.rollcall.report;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.compare.Change;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.gate.compare.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison of two reports as text, one line a group that has changed. */
public final class TextDiff {
  private static final String ROW = "%-7s %10s %10s  ";

  private TextDiff() {}

  /** The whole comparison. */
  public static String of(Diff diff) {
    return of(diff, Paragraph.COLUMNS);
  }

  /** The whole comparison, in lines of so many columns. */
  public static String of(Diff diff, int columns) {
    Page page = new Page(columns);
    page.sentence("", headline(diff));
    page.sentence(
        "  ",
        String.format(
            Locale.ROOT,
            "leaked %,d, before %,d; misuses %,d, before %,d; %s unchanged",
            diff.after().totals().leaked(),
            diff.before().totals().leaked(),
            diff.after().totals().misused(),
            diff.before().totals().misused(),
            Words.count(diff.unchanged(), "group")));
    followed(page, "before", diff.before());
    followed(page, "after", diff.after());
    if (!diff.relabelled().isEmpty()) {
      page.sentence(
          "  ",
          diff.relabelled().stream()
              .map(label -> label.key() + ' ' + label.before() + " -> " + label.after())
              .collect(Collectors.joining(", ")));
    }
    if (!diff.isSure()) {
      page.sentence(
          "  ",
          "this may be incomplete: data was lost, a recording ended before its program did, or"
              + " nothing was ever registered");
    }
    List<Change> changes = diff.changes();
    if (!changes.isEmpty()) {
      page.gap();
      page.line(String.format(ROW, "", "before", "after") + "group");
    }
    changes.forEach(change -> line(page, change));
    if (!diff.open().isEmpty()) {
      page.gap();
      page.sentence("", "More are open than before, which is no leak:");
      page.line(String.format(ROW, "", "before", "after") + "group");
    }
    diff.open().forEach(change -> line(page, change));
    List<Pace> paces = diff.paces();
    if (!paces.isEmpty()) {
      page.gap();
    }
    paces.forEach(
        pace ->
            page.sentence(
                pace.confidence() == null ? "perhaps growing: " : "growing: ",
                GrowthLines.pace(pace)));
    return page.toString();
  }

  private static void followed(Page page, String when, Findings findings) {
    if (!findings.totals().following().isAll()) {
      boolean unplaced = findings.groups().stream().anyMatch(LeakFinding::isUnplaced);
      page.sentence(
          "  ",
          when
              + ", "
              + ReportWords.followed(findings.totals())
              + (unplaced ? "; the leaks of the others are in groups of their type alone" : ""));
    }
  }

  /** What has changed, in one sentence. */
  public static String headline(Diff diff) {
    if (diff.changes().isEmpty()) {
      return diff.open().isEmpty()
          ? "DIFF: no group has changed."
          : "DIFF: no group of leaks or misuses has changed.";
    }
    return Arrays.stream(Change.Kind.values())
        .map(kind -> String.format(Locale.ROOT, "%,d %s", diff.count(kind), kind.word()))
        .collect(Collectors.joining(", ", "DIFF: ", "."));
  }

  private static void line(Page page, Change change) {
    String where = ReportWords.applicationFrame(change.site());
    String lead =
        String.format(
            ROW,
            change.kind().word(),
            String.format(Locale.ROOT, "%,d", change.before()),
            String.format(Locale.ROOT, "%,d", change.after()));
    List<String> parts = new ArrayList<>(List.of(name(change.key())));
    if (!where.isEmpty()) {
      parts.add("at " + where);
    }
    page.parts(lead, parts);
  }

  private static String name(Key key) {
    if (key.equals(Key.UNNAMED)) {
      return "leaked resources of which only the number is known";
    }
    String group = Printable.of(key.fingerprint());
    return key.misuse() == null ? group : Printable.of(key.misuse()) + " of " + group;
  }
}
