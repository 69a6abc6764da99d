package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.flag;
import static dev.rollcall.cli.mcp.ask.Schema.list;
import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.texts;
import static dev.rollcall.cli.mcp.ask.Schema.word;

import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.cli.mcp.files.Library;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Report;
import dev.rollcall.report.ReportWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is missing from recordings. */
final class Losses implements Question {
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int MOST_LOSSES = 12;

  private static final Comparator<ReadRecording> INCOMPLETE_FIRST =
      Comparator.comparing(ReadRecording::isComplete);

  private final Library library;

  Losses(Library library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "losses";
  }

  @Override
  public String title() {
    return "What is missing from recordings";
  }

  @Override
  public String meaning() {
    return "Says what is missing from each recording, such as lost events or a missing end, and which"
        + " files could not be read: what an answer may not know.";
  }

  @Override
  public Schema asks() {
    return new Schema().must("files", Schema.files("as for summary")).paged(USUAL, MOST);
  }

  @Override
  public Schema answers() {
    Schema loss =
        new Schema()
            .must(
                "kind",
                word(
                    "what is missing", Stream.of(Loss.Kind.values()).map(Loss.Kind::word).toList()))
            .may("count", number("how much, where that is known"))
            .must("sentence", text("the same in a sentence"));
    Schema recording =
        new Schema()
            .must("file", text("the recording"))
            .must("complete", flag("whether nothing is missing, as far as can be told"))
            .may("start", text("when it starts, UTC"))
            .may("end", text("when it ends, UTC"))
            .must("losses", list(loss.map(), "what is missing, the first " + MOST_LOSSES));
    return new Schema()
        .must("sure", flag("whether there is surely nothing beyond what was found"))
        .rows("recordings", recording, "the recordings, incomplete ones first")
        .may("problems", texts("what could not be read"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    int offset = arguments.offset();
    int limit = arguments.limit(USUAL, MOST);
    Library.Told told = library.report(arguments.files("files"));
    Report report = told.report();
    List<ReadRecording> recordings =
        report.findings().recordings().stream().sorted(INCOMPLETE_FIRST).toList();
    boolean sure = report.findings().isSure();
    Fields fields = new Fields().with("sure", sure);
    StringBuilder text = new StringBuilder();
    text.append(
        sure
            ? "Nothing is missing: there is nothing beyond what was found.\n"
            : "There may be more than what was found.\n");
    Listing.of("recording", recordings, offset, limit, Losses::row)
        .into(fields, "recordings", text);
    Parts.problems(told.problems(), fields, text);
    return new Answer(fields.map(), text.toString());
  }

  private static Listing.Row row(ReadRecording read) {
    String file = Recorded.text(read.recording().file().toString());
    StringBuilder text = new StringBuilder();
    text.append(file).append(read.isComplete() ? ": complete" : ": incomplete");
    for (Loss loss : read.losses().subList(0, Math.min(MOST_LOSSES, read.losses().size()))) {
      text.append("\n  - ").append(Recorded.text(loss.sentence()));
    }
    if (read.losses().size() > MOST_LOSSES) {
      text.append("\n  and ")
          .append(Words.count(read.losses().size() - MOST_LOSSES, "more loss", "more losses"));
    }
    List<Map<String, Object>> losses =
        read.losses().stream()
            .limit(MOST_LOSSES)
            .map(
                loss ->
                    new Fields()
                        .with("kind", loss.kind().word())
                        .with("count", loss.count())
                        .with("sentence", Recorded.text(loss.sentence()))
                        .map())
            .toList();
    boolean told = read.recording().chunks() > 0;
    return new Listing.Row(
        new Fields()
            .with("file", file)
            .with("complete", read.isComplete())
            .with("start", told ? ReportWords.time(read.recording().start()) : null)
            .with("end", told ? ReportWords.time(read.recording().end()) : null)
            .with("losses", losses),
        text.toString());
  }
}
