package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.list;
import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.texts;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.cli.mcp.files.Library;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.report.ContextLines;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that is known of one group. */
final class OneGroup implements Question {
  private static final int MOST_FRAMES = 32;
  private static final int MOST_KINDS = 3;
  private static final int MOST_DIFFERENCES = 5;

  private final Library library;

  OneGroup(Library library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "group";
  }

  @Override
  public String title() {
    return "One group of resources";
  }

  @Override
  public String meaning() {
    return "Tells all of one group: its counts and ages, who may have forgotten it and why, the"
        + " exceptions, tests and requests around it, the stack of its registration, and ids of"
        + " example resources for history.";
  }

  @Override
  public Schema asks() {
    return new Schema()
        .must("files", Schema.files("as for summary"))
        .must("fingerprint", text("the name of the group, as causes and groups have it"));
  }

  @Override
  public Schema answers() {
    Schema group =
        Group.schema()
            .may("condition", text("ages, reference counts and what else is known of them"))
            .may("direct", number("of leaked ones: how many no other leak owns"))
            .may("oldestMillis", number("the age of the oldest, in milliseconds"))
            .may("suspects", list(Parts.suspectSchema(), "who may have forgotten it, first first"))
            .may("site", texts("the stack of the registration, or of the misuse, innermost first"))
            .may("examples", texts("ids of some of them, for history"))
            .may("differences", texts("of misused ones: what their released siblings did not do"))
            .may(
                "recorded",
                new Schema()
                    .may("message", text("of misused ones: the message of the misuse"))
                    .may("context", texts("what went on around them: exceptions, tests, requests"))
                    .byTheProgram());
    return new Schema()
        .must("group", list(group.map(), "one for each status that the group has"))
        .may("problems", texts("what could not be read"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    String fingerprint =
        arguments.text("fingerprint", "causes and groups have those that there are");
    Library.Told told = library.report(arguments.files("files"));
    Findings findings = told.report().findings();
    List<Group> found =
        Stream.of(Group.Status.values())
            .flatMap(status -> Group.of(findings, status).stream())
            .filter(group -> group.isCalled(fingerprint))
            .toList();
    if (found.isEmpty()) {
      throw new Refusal(
          "no group of these recordings is called "
              + Recorded.quoted(fingerprint)
              + "; causes and groups have those that there are");
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    // Misuses of several kinds may be of one group.
    for (Group group : found.subList(0, Math.min(MOST_KINDS, found.size()))) {
      rows.add(row(group, text).map());
    }
    Fields fields = new Fields().with("group", rows);
    Parts.problems(told.problems(), fields, text);
    return new Answer(fields.map(), text.toString());
  }

  private static Fields row(Group group, StringBuilder text) {
    Fields fields = group.fields();
    text.append(group.line()).append('\n');
    LeakFinding leaks = group.leaks();
    if (leaks != null) {
      leaks(leaks, group.status(), fields, text);
    }
    List<Suspect> suspects = group.suspects();
    fields.some(
        "suspects", suspects.stream().map(suspect -> Parts.suspect(suspect).map()).toList());
    for (int i = 0; i < suspects.size(); i++) {
      text.append(i + 1).append(". suspect: ").append(Parts.line(suspects.get(i))).append('\n');
      text.append("   at ").append(Recorded.frame(suspects.get(i).frame())).append('\n');
    }
    List<String> frames = Parts.frames(group.site(), MOST_FRAMES);
    fields.some("site", frames);
    text.append(
        frames.isEmpty()
            ? "no stack was recorded\n"
            : group.misuse() == null ? "registered at\n" : "misused at\n");
    frames.forEach(frame -> text.append("   ").append(frame).append('\n'));
    MisuseFinding misuse = group.misuse();
    if (misuse != null) {
      misuse(misuse, fields, text);
    }
    return fields;
  }

  private static void leaks(
      LeakFinding leaks, Group.Status status, Fields fields, StringBuilder text) {
    String condition = Recorded.text(TextReport.condition(leaks));
    fields.text("condition", condition);
    if (status == Group.Status.LEAKED) {
      fields.with("direct", leaks.direct());
    }
    fields.with("oldestMillis", leaks.oldestMillis());
    text.append(condition).append('\n');
    List<String> context =
        ContextLines.of(leaks, status.word()).stream().map(Recorded::text).toList();
    fields.some("recorded", new Fields().some("context", context));
    context.forEach(line -> text.append("context ").append(Recorded.quoted(line)).append('\n'));
    examples(leaks.examples(), fields, text);
  }

  private static void misuse(MisuseFinding misuse, Fields fields, StringBuilder text) {
    if (!misuse.message().isEmpty()) {
      fields.some("recorded", new Fields().text("message", misuse.message()));
      text.append("message ").append(Recorded.quoted(misuse.message())).append('\n');
    }
    List<String> differences =
        misuse.lives().differences().stream()
            .limit(MOST_DIFFERENCES)
            .map(
                difference ->
                    ReportWords.difference(difference, misuse.lives())
                        + ", "
                        + Recorded.frame(difference.frame()))
            .map(Recorded::text)
            .toList();
    fields.some("differences", differences);
    differences.forEach(difference -> text.append(difference).append('\n'));
    examples(misuse.lives().examples(), fields, text);
  }

  private static void examples(List<History> lives, Fields fields, StringBuilder text) {
    List<String> ids = lives.stream().map(life -> Words.id(life.resourceId())).toList();
    fields.some("examples", ids);
    if (!ids.isEmpty()) {
      text.append("for example ")
          .append(String.join(", ", ids))
          .append("; history tells of each\n");
    }
  }
}
