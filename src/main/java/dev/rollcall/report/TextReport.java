package dev.rollcall.report;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings as text for a person who has never heard of Rollcall. The headline and the first line of
 * each group begin with {@code LEAK:} or {@code MISUSE:}, so that they can be found by grep.
 */
public final class TextReport {
  private static final int MAX_GROUPS = 20;
  private static final int MAX_FRAMES = 10;
  private static final String BY_NUMBER = "counted but not listed, because the checkpoint was full";

  private final StringBuilder out = new StringBuilder();
  private final Report report;

  private TextReport(Report report) {
    this.report = report;
  }

  /** The report of findings that all count. */
  public static String of(Findings findings) {
    return of(Report.of(findings));
  }

  /** The whole report. */
  public static String of(Report report) {
    TextReport text = new TextReport(report);
    Findings findings = report.findings();
    text.headline(findings);
    findings.recordings().forEach(text::recording);
    text.groups(findings);
    text.misuses(findings.misuses());
    NotCounted.known(text.out, report);
    text.nextStep(findings);
    NotCounted.suppressed(text.out, report);
    return text.out.toString();
  }

  private void headline(Findings findings) {
    FindingTotals totals = findings.totals();
    String apart = NotCounted.headline(report);
    switch (findings.outcome()) {
      case FOUND -> found(findings, apart);
      case CLEAN -> out.append(clean(totals)).append(apart).append(".\n");
      case UNSURE ->
          out.append(
                  report.leaked() > 0 ? "Cannot rule out more leaks: " : "Cannot rule out leaks: ")
              .append(Doubts.inShort(findings))
              .append(apart)
              .append(".\n");
    }
    out.append(
        String.format(
            Locale.ROOT,
            "  registered %,d, released %,d, leaked %,d, open %,d, unknown %,d, misuses %,d,"
                + " ignored %,d\n",
            totals.registered(),
            totals.unregistered(),
            report.leaked(),
            totals.open(),
            totals.unknown(),
            report.misused(),
            totals.ignored()));
  }

  private String clean(FindingTotals totals) {
    return report.leaked() > 0
        ? "No leaks that count: " + neverReleased(totals)
        : "No leaks among " + Words.count(totals.registered(), "registered resource");
  }

  private String neverReleased(FindingTotals totals) {
    return LeakWords.neverReleased(report.leaked(), totals.registered());
  }

  private void found(Findings findings, String apart) {
    FindingTotals totals = findings.totals();
    if (totals.leaked() > 0) {
      out.append("LEAK: ").append(neverReleased(totals)).append(OwnerLines.headline(findings));
      out.append(apart);
      if (!apart.isEmpty()) {
        out.append(String.format(Locale.ROOT, "; %,d counted", totals.leaked()));
      }
      if (!findings.groups().isEmpty()) {
        out.append(", in ").append(Words.count(OwnerLines.shown(findings).size(), "group"));
      }
      if (totals.ignored() > 0) {
        out.append(String.format(Locale.ROOT, "; %,d ignored", totals.ignored()));
      }
      if (totals.misused() > 0) {
        out.append(String.format(Locale.ROOT, "; %,d misused", totals.misused()));
      }
      out.append(".\n");
    } else {
      out.append("MISUSE: ")
          .append(Words.count(totals.misused(), "misuse"))
          .append(report.leaked() > 0 ? ", no leaks that count" : ", no leaks")
          .append(apart)
          .append(".\n");
    }
  }

  private void recording(ReadRecording read) {
    Recording recording = read.recording();
    out.append("Read ").append(Printable.of(recording.file().toString())).append(": ");
    Jvm jvm = recording.jvm();
    if (jvm != null) {
      out.append("pid ").append(jvm.pid()).append(", ");
    }
    if (recording.chunks() == 0) {
      out.append("all of it is in another file too\n");
      return;
    }
    out.append(ReportWords.time(recording.start()));
    long length = recording.end() - recording.start();
    if (length > 0) {
      out.append(" for ").append(TimeSpan.exact(length));
    }
    out.append(read.isComplete() ? ", complete\n" : ", incomplete:\n");
    for (Loss loss : read.losses()) {
      out.append("  - ").append(Printable.of(loss.sentence())).append('\n');
    }
    if (read.test() != null) {
      out.append("  It is of ").append(Printable.of(read.test()));
      out.append(" only: what others registered counts as open.\n");
    }
  }

  private void groups(Findings findings) {
    List<LeakFinding> groups = OwnerLines.shown(findings);
    for (LeakFinding group : groups.subList(0, Math.min(MAX_GROUPS, groups.size()))) {
      group(group);
    }
    if (groups.size() > MAX_GROUPS) {
      out.append("\nand ")
          .append(Words.count(groups.size() - MAX_GROUPS, "more group"))
          .append(" (--format json lists all)\n");
    }
    long rest = ReportWords.unlisted(findings);
    if (rest > 0) {
      out.append("\nLEAK: ")
          .append(Words.count(rest, "more leaked resource"))
          .append(", of which only the number is known\n");
    }
  }

  private void group(LeakFinding group) {
    out.append(
        String.format(
            Locale.ROOT,
            "\nLEAK: %,d x %s%s, group %s\n",
            group.count(),
            Printable.of(group.type()),
            LeakWords.directness(group.direct(), group.indirect()),
            Printable.of(group.fingerprint())));
    out.append("  ").append(condition(group)).append('\n');
    OwnerLines.append(out, group);
    apart(group);
    suspects(group);
    ContextLines.append(out, group);
    out.append("  registered at\n");
    SiteLines.append(out, "    ", group.site(), MAX_FRAMES);
    if (group.site().truncated() && group.site().frames().size() < Fingerprint.FRAMES) {
      out.append("    (sites that differ only further out are grouped together)\n");
    }
    if (!group.examples().isEmpty()) {
      Lives.heading(out, "  for example ", group.examples().get(0));
      LifeTable.append(out, "    ", group.examples().get(0), false);
    }
  }

  private void suspects(LeakFinding group) {
    List<Suspect> suspects = group.suspects();
    if (!suspects.isEmpty()) {
      out.append("  who may have forgotten to release ")
          .append(group.indirect() > 0 ? "the direct ones" : "it")
          .append(", most likely first\n");
    }
    for (int i = 0; i < suspects.size(); i++) {
      Suspect suspect = suspects.get(i);
      out.append(
          String.format(
              Locale.ROOT,
              "    %d. %s (confidence: %s)\n         %s\n",
              i + 1,
              Printable.of(suspect.evidence()),
              suspect.confidence().word(),
              Words.frame(suspect.frame())));
    }
  }

  private void apart(LeakFinding group) {
    long suppressed = report.suppressed(group.fingerprint());
    if (suppressed > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %,d more of this group are suppressed; the age above includes them\n",
              suppressed));
    }
    Known known = report.known();
    long before = known == null ? 0 : known.before(Key.of(group));
    if (before > 0) {
      out.append(String.format(Locale.ROOT, "  grown: the baseline has %,d\n", before));
    }
  }

  public static String condition(LeakFinding group) {
    long named = group.held() + group.lost();
    if (named == 0) {
      return BY_NUMBER;
    }
    String reach = LeakWords.reach(group.held(), group.lost());
    if (named < group.count()) {
      reach =
          String.format(
              Locale.ROOT,
              "%s%s, and %,d %s",
              group.held() > 0 && group.lost() > 0 ? "" : String.format(Locale.ROOT, "%,d ", named),
              reach,
              group.count() - named,
              BY_NUMBER);
    }
    String counts =
        group.refCounts().entrySet().stream()
            .map(TextReport::refCount)
            .collect(Collectors.joining(", "));
    return reach
        + "; oldest "
        + TimeSpan.age(group.oldestMillis())
        + (counts.isEmpty() ? "" : "; reference count " + counts);
  }

  private static String refCount(Map.Entry<Long, Long> entry) {
    return String.format(Locale.ROOT, "%d (%,d x)", entry.getKey(), entry.getValue());
  }

  private void misuses(List<MisuseFinding> misuses) {
    for (MisuseFinding group : misuses.subList(0, Math.min(MAX_GROUPS, misuses.size()))) {
      out.append(
          String.format(
              Locale.ROOT,
              "\nMISUSE: %,d x %s of %s",
              group.count(),
              Printable.of(group.kind()),
              group.type().isEmpty() ? "an unknown type" : Printable.of(group.type())));
      if (!group.resourceIds().isEmpty()) {
        out.append(
            group.resourceIds().stream()
                .map(Words::id)
                .collect(Collectors.joining(", ", " (", ")")));
      }
      out.append('\n');
      if (!group.message().isEmpty()) {
        out.append("  ").append(Printable.of(group.message())).append('\n');
      }
      out.append("  at\n");
      SiteLines.append(out, "    ", group.site(), MAX_FRAMES);
    }
    if (misuses.size() > MAX_GROUPS) {
      out.append("\nand ")
          .append(Words.count(misuses.size() - MAX_GROUPS, "more group"))
          .append(" of misuses (--format json lists all)\n");
    }
  }

  private void nextStep(Findings findings) {
    findings.groups().stream()
        .flatMap(group -> group.examples().stream())
        .findFirst()
        .ifPresent(
            history ->
                out.append("\nTo see one life with all its stacks: rollcall history FILE --id ")
                    .append(Words.id(history.resourceId()))
                    .append("\n"));
  }
}
