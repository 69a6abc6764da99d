package dev.rollcall.report;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.common.Bytes;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.gate.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings as text for a person who has never heard of Rollcall: the answer, the causes, the
 * groups, what is open, and last what was read. Where something leaked, and only there, the
 * headline and the first line of each group begin with {@code LEAK:}, so that one grep finds leaks
 * and nothing else; misuses begin with {@code MISUSE:}.
 */
public final class TextReport {
  private static final int MAX_GROUPS = 20;
  private static final String COLLECTOR_GATES =
      ", and with it what --fail-on held, --fail-on lost and rules for either find.";

  private final Page page;
  private final Report report;
  private final Findings findings;

  private TextReport(Report report, int columns) {
    this.page = new Page(columns);
    this.report = report;
    this.findings = report.findings();
  }

  /** The report of findings that all count. */
  public static String of(Findings findings) {
    return of(Report.of(findings));
  }

  /** The whole report. */
  public static String of(Report report) {
    return of(report, Paragraph.COLUMNS);
  }

  /** The whole report, in lines of so many columns. */
  public static String of(Report report, int columns) {
    TextReport text = new TextReport(report, columns);
    text.write();
    return text.page.toString();
  }

  private void write() {
    headline();
    if (report.shown().leaked()) {
      CauseLines.append(page, report);
      unlisted();
      misuses(findings.misuses());
    } else if (findings.outcome() == Findings.Outcome.FOUND) {
      page.sentence("  ", "leaks and misuses are not listed, because of --open");
    }
    OpenLines.append(page, report);
    if (report.shown().open()) {
      OverdueLines.append(page, findings.open().overdue());
    }
    GrowthLines.append(page, report);
    if (report.shown().leaked()) {
      CollectorLines.append(page, findings.byCollector());
      NotCounted.known(page, report);
      NotCounted.suppressed(page, report);
    }
    if (!findings.recordings().isEmpty()) {
      page.gap();
      ReadLines.append(page, findings.recordings());
    }
    nextStep();
    if (report.listed().groups().stream().anyMatch(GroupLines::isNamed)) {
      page.gap();
      page.sentence("", LeakWords.COLLECTOR_NOTICE + COLLECTOR_GATES);
    }
  }

  /** The answer in one sentence; it begins as a line of the text does. */
  public static String headline(Report report) {
    return new TextReport(report, Paragraph.COLUMNS).answer();
  }

  private String answer() {
    String apart = NotCounted.headline(report);
    return switch (findings.outcome()) {
          case FOUND -> found(apart);
          case CLEAN -> clean() + apart;
          case UNSURE ->
              (report.leaked() > 0 ? "Cannot rule out more leaks: " : "Cannot rule out leaks: ")
                  + Doubts.inShort(findings)
                  + apart;
        }
        + '.';
  }

  private void headline() {
    FindingTotals totals = findings.totals();
    page.sentence("", answer());
    page.sentence(
        "  ",
        String.format(
            Locale.ROOT,
            "registered %,d, released %,d, leaked %,d, open %,d, unknown %,d, misuses %,d,"
                + " ignored %,d",
            totals.registered(),
            totals.unregistered(),
            report.leaked(),
            totals.open(),
            totals.unknown(),
            report.misused(),
            totals.ignored()));
    if (!totals.following().isAll()) {
      page.sentence(
          "  ",
          ReportWords.followed(totals)
              + "; the numbers above are of all lives, while steps and released siblings are known"
              + " only of those");
    }
    if (findings.isUnused()) {
      page.sentence("  ", Doubts.whatToDo(findings));
    }
  }

  private String clean() {
    return report.leaked() > 0
        ? "No leaks that count: " + neverReleased()
        : "No leaks among " + Words.count(findings.totals().registered(), "registered resource");
  }

  private String neverReleased() {
    return LeakWords.neverReleased(report.leaked(), findings.totals().registered());
  }

  private String found(String apart) {
    FindingTotals totals = findings.totals();
    if (totals.leaked() == 0) {
      return "MISUSE: "
          + Words.count(totals.misused(), "misuse")
          + (report.leaked() > 0 ? ", no leaks that count" : ", no leaks")
          + apart;
    }
    StringBuilder text = new StringBuilder("LEAK: ");
    text.append(neverReleased()).append(OwnerLines.headline(findings)).append(apart);
    if (!apart.isEmpty()) {
      text.append(String.format(Locale.ROOT, "; %,d counted", totals.leaked()));
    }
    if (!findings.groups().isEmpty()) {
      text.append(", in ").append(Words.count(OwnerLines.shown(findings).size(), "group"));
    }
    if (report.bytes() > 0) {
      text.append(", holding ").append(Bytes.text(report.bytes()));
    }
    if (totals.ignored() > 0) {
      text.append(String.format(Locale.ROOT, "; %,d ignored", totals.ignored()));
    }
    if (totals.misused() > 0) {
      text.append(String.format(Locale.ROOT, "; %,d misused", totals.misused()));
    }
    return text.toString();
  }

  private void unlisted() {
    long rest = ReportWords.unlisted(findings);
    if (rest > 0) {
      page.gap();
      page.sentence("LEAK: ", ReportWords.unlisted(rest));
    }
  }

  /** How old leaks are, and what else is known of them; what the collector made of them last. */
  public static String condition(LeakFinding group) {
    return GroupLines.isNamed(group)
        ? GroupLines.condition(group) + "; " + LeakWords.collector(group.held(), group.lost())
        : GroupLines.condition(group);
  }

  /** How to see what was reported as a page; it begins with an empty line. */
  public static String pageHint(int columns) {
    Page page = new Page(columns);
    page.gap();
    page.command("To see this as a page:", "rollcall view FILE");
    return page.toString();
  }

  private void misuses(List<MisuseFinding> misuses) {
    for (MisuseFinding group : misuses.subList(0, Math.min(MAX_GROUPS, misuses.size()))) {
      String ids =
          group.resourceIds().isEmpty()
              ? ""
              : group.resourceIds().stream()
                  .map(Words::id)
                  .collect(Collectors.joining(", ", " (", ")"));
      page.gap();
      page.sentence(
          "MISUSE: ",
          String.format(
              Locale.ROOT,
              "%,d x %s of %s%s",
              group.count(),
              Printable.of(group.kind()),
              group.type().isEmpty() ? "an unknown type" : Printable.of(group.type()),
              ids));
      if (!group.message().isEmpty()) {
        page.sentence("  ", Printable.of(group.message()));
      }
      page.line("  at");
      SiteLines.append(page, "    ", group.site(), GroupLines.MAX_FRAMES);
      lives(group.lives());
    }
    if (misuses.size() > MAX_GROUPS) {
      page.gap();
      page.sentence(
          "",
          "and "
              + Words.count(misuses.size() - MAX_GROUPS, "more group")
              + " of misuses (--format json lists all)");
    }
  }

  private void lives(MisuseFinding.Lives lives) {
    if (!lives.suspects().isEmpty()) {
      page.sentence("  ", "who may have ended it too early, most likely first");
    }
    for (int i = 0; i < lives.suspects().size(); i++) {
      GroupLines.suspect(page, "    " + (i + 1) + ". ", lives.suspects().get(i));
    }
    for (Difference difference : lives.differences()) {
      page.sentence("  ", ReportWords.difference(difference, lives));
      page.line("    " + Words.frame(difference.frame()));
    }
    if (!lives.examples().isEmpty()) {
      Lives.heading(page, "  for example ", lives.examples().get(0));
      LifeTable.append(page, "    ", lives.examples().get(0), false);
    }
  }

  private void nextStep() {
    List<LeakFinding> leaks =
        Stream.concat(
                Cause.of(report.listed().groups(), report.by()).stream()
                    .flatMap(cause -> cause.groups().stream()),
                findings.open().groups().stream().map(OpenFinding::group))
            .toList();
    Stream.concat(
            leaks.stream().flatMap(group -> group.examples().stream()),
            report.shown().leaked()
                ? findings.misuses().stream().flatMap(group -> group.lives().examples().stream())
                : Stream.empty())
        .findFirst()
        .ifPresent(
            history -> {
              page.gap();
              page.command(
                  "To see one life with all its stacks:",
                  "rollcall history FILE --id " + Words.id(history.resourceId()));
            });
    String more = ReportWords.toKnowMore(leaks);
    if (!more.isEmpty()) {
      page.gap();
      page.sentence("", more);
    }
  }
}
