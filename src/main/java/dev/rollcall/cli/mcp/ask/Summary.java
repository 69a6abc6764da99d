package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.flag;
import static dev.rollcall.cli.mcp.ask.Schema.list;
import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.texts;
import static dev.rollcall.cli.mcp.ask.Schema.word;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.cli.mcp.files.Library;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Jvm;
import dev.rollcall.report.Doubts;
import dev.rollcall.report.GrowthLines;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The answer in short. */
final class Summary implements Question {
  private static final int MOST_JVMS = 20;
  private static final int MOST_LABELS = 8;

  private final Library library;

  Summary(Library library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public String title() {
    return "Summarize recordings";
  }

  @Override
  public String meaning() {
    return "Says whether anything leaked or was misused in recordings, with the totals, how many"
        + " causes and groups there are, what grows, which JVMs they are of, and what may be"
        + " missing. The outcome is found, clean, or unsure: then leaks cannot be ruled out.";
  }

  @Override
  public Schema asks() {
    return new Schema()
        .must(
            "files",
            Schema.files("names of recordings, JSON reports, or directories of recordings"));
  }

  @Override
  public Schema answers() {
    Schema totals =
        new Schema()
            .must("registered", number("resources that were registered"))
            .must("released", number("resources that were released"))
            .must("leaked", number("resources that leaked"))
            .must("open", number("resources that lived when a recording ended, which is no leak"))
            .must("unknown", number("resources of which it is not known whether they leaked"))
            .must("misused", number("misuses"))
            .must("ignored", number("resources that are meant to stay"));
    Schema jvm =
        new Schema()
            .must("pid", number("its process id"))
            .must("started", text("when it started, UTC"))
            .may("id", text("what it drew by lot to be told from others"))
            .may("labels", Schema.recordedByName());
    return new Schema()
        .must("outcome", word("the answer in one word", List.of("clean", "found", "unsure")))
        .must("headline", text("the answer in one sentence"))
        .must("totals", totals.map())
        .must("causes", number("how many causes the leaks have"))
        .must("groups", number("how many groups leaked"))
        .must("openGroups", number("how many groups were still open"))
        .must("misuseGroups", number("how many groups were misused"))
        .must("overdue", flag("whether something was open for longer than it should be"))
        .may("growing", texts("what grows"))
        .must("recordings", number("how many recordings were read"))
        .must("complete", flag("whether nothing is missing from any of them"))
        .may("doubts", texts("why leaks, or more leaks, cannot be ruled out"))
        .must("jvms", number("how many JVMs they are of, as far as they say"))
        .may("jvm", list(jvm.map(), "the JVMs, the first " + MOST_JVMS))
        .may("problems", texts("what could not be read"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    Library.Told told = library.report(arguments.files("files"));
    Report report = told.report();
    Findings findings = report.findings();
    FindingTotals totals = findings.totals();
    List<Cause> causes = Cause.of(findings.groups());
    List<Jvm> jvms =
        findings.recordings().stream()
            .map(read -> read.recording().jvm())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    boolean complete = findings.recordings().stream().allMatch(ReadRecording::isComplete);
    Fields fields =
        new Fields()
            .with("outcome", findings.outcome().name().toLowerCase(Locale.ROOT))
            .text("headline", TextReport.headline(report))
            .with("totals", totals(report, totals).map())
            .with("causes", (long) causes.size())
            .with("groups", (long) findings.groups().size())
            .with("openGroups", (long) findings.open().groups().size())
            .with("misuseGroups", (long) findings.misuses().size())
            .with("overdue", findings.open().hasOverdue())
            .with("recordings", (long) findings.recordings().size())
            .with("complete", complete)
            .with("jvms", (long) jvms.size());
    StringBuilder text = new StringBuilder();
    text.append(Recorded.text(TextReport.headline(report))).append('\n');
    text.append(
            totals(report, totals).map().entrySet().stream()
                .map(total -> total.getKey() + ' ' + total.getValue())
                .collect(Collectors.joining(", ")))
        .append('\n')
        .append(Words.count(causes.size(), "cause"))
        .append(", ")
        .append(Words.count(findings.groups().size(), "leaked group"))
        .append(", ")
        .append(Words.count(findings.open().groups().size(), "open group"))
        .append(findings.open().hasOverdue() ? " (some overdue)" : "")
        .append(", ")
        .append(Words.count(findings.misuses().size(), "misused group"))
        .append(". ")
        .append(Words.count(findings.recordings().size(), "recording"))
        .append(complete ? ", complete" : ", incomplete")
        .append(" of ")
        .append(Words.count(jvms.size(), "known JVM"))
        .append(".\n");
    if (!causes.isEmpty()) {
      text.append("Most leaks: ").append(Causes.line(causes.get(0))).append('\n');
    }
    List<String> growing =
        findings.open().growth().stream()
            .map(growth -> GrowthLines.name(growth, findings) + ", " + GrowthLines.words(growth))
            .toList();
    Parts.sentences("growing", "Growing: ", growing, fields, text);
    if (!findings.isSure()) {
      Parts.sentences("doubts", "Not sure: ", Doubts.of(findings), fields, text);
    }
    jvms(jvms, fields, text);
    Parts.problems(told.problems(), fields, text);
    return new Answer(fields.map(), text.toString());
  }

  private static Fields totals(Report report, FindingTotals totals) {
    return new Fields()
        .with("registered", totals.registered())
        .with("released", totals.unregistered())
        .with("leaked", report.leaked())
        .with("open", totals.open())
        .with("unknown", totals.unknown())
        .with("misused", report.misused())
        .with("ignored", totals.ignored());
  }

  private static void jvms(List<Jvm> jvms, Fields fields, StringBuilder text) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Jvm jvm : jvms.subList(0, Math.min(MOST_JVMS, jvms.size()))) {
      Fields labels = new Fields();
      jvm.labels().values().entrySet().stream()
          .limit(MOST_LABELS)
          .forEach(label -> labels.text(label.getKey(), label.getValue()));
      String started = ReportWords.time(jvm.startedAt());
      rows.add(
          new Fields()
              .with("pid", jvm.pid())
              .with("started", started)
              .text("id", jvm.id())
              .some("labels", labels)
              .map());
      text.append("JVM: pid ").append(jvm.pid()).append(", started ").append(started);
      String words = Parts.labels(jvm.labels().values());
      text.append(words.isEmpty() ? "" : ", " + Recorded.text(words)).append('\n');
    }
    fields.some("jvm", rows);
    if (jvms.size() > MOST_JVMS) {
      text.append("and ").append(Words.count(jvms.size() - MOST_JVMS, "more JVM")).append('\n');
    }
  }
}
