package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.texts;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.cli.mcp.files.Library;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.report.ReportWords;
import java.util.List;
import java.util.stream.IntStream;

/** Who may have forgotten the releases. */
final class Causes implements Question {
  private static final int USUAL = 10;
  private static final int MOST = 50;
  private static final int MOST_GROUPS = 10;

  private final Library library;

  Causes(Library library) {
    this.library = library;
  }

  /** A cause and how many are before it. */
  private record Ranked(int rank, Cause cause) {}

  @Override
  public String name() {
    return "causes";
  }

  @Override
  public String title() {
    return "Causes of leaks";
  }

  @Override
  public String meaning() {
    return "Says who may have forgotten to release what leaked, most leaks first: each method with"
        + " its evidence, what to do, and the groups of leaks that it explains.";
  }

  @Override
  public Schema asks() {
    return new Schema().must("files", Schema.files("as for summary")).paged(USUAL, MOST);
  }

  @Override
  public Schema answers() {
    Schema cause =
        new Schema()
            .must("rank", number("1 for the cause with the most leaks"))
            .must("leaked", number("how many resources leaked by it"))
            .may("bytes", number("how many bytes they hold, where that is known"))
            .may("suspect", Parts.suspectSchema())
            .must("groups", number("how many groups leaked by it"))
            .must(
                "fingerprints",
                texts("their names, the first " + MOST_GROUPS + "; group tells of each"));
    return new Schema()
        .rows("causes", cause, "the causes; without a suspect where nobody is suspected")
        .may("problems", texts("what could not be read"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    int offset = arguments.offset();
    int limit = arguments.limit(USUAL, MOST);
    Library.Told told = library.report(arguments.files("files"));
    List<Cause> causes = Cause.of(told.report().findings().groups());
    List<Ranked> ranked =
        IntStream.range(0, causes.size()).mapToObj(i -> new Ranked(i + 1, causes.get(i))).toList();
    Fields fields = new Fields();
    StringBuilder text = new StringBuilder();
    if (causes.isEmpty()) {
      text.append("Nothing leaked in these recordings; summary says whether that is sure.\n");
    }
    Listing.of("cause", ranked, offset, limit, Causes::row).into(fields, "causes", text);
    Parts.problems(told.problems(), fields, text);
    return new Answer(fields.map(), text.toString());
  }

  private static Listing.Row row(Ranked ranked) {
    Cause cause = ranked.cause();
    Suspect suspect = cause.suspect();
    List<String> fingerprints =
        cause.groups().stream()
            .map(LeakFinding::fingerprint)
            .map(Recorded::text)
            .limit(MOST_GROUPS)
            .toList();
    StringBuilder text = new StringBuilder();
    text.append(ranked.rank()).append(". ").append(line(cause)).append('\n');
    if (suspect != null) {
      text.append("   ").append(Parts.line(suspect)).append('\n');
      text.append("   at ").append(Recorded.frame(suspect.frame())).append('\n');
    }
    text.append("   groups: ").append(String.join(", ", fingerprints));
    int more = cause.groups().size() - fingerprints.size();
    if (more > 0) {
      text.append(" and ").append(more).append(" more");
    }
    return new Listing.Row(
        new Fields()
            .with("rank", (long) ranked.rank())
            .with("leaked", cause.leaked())
            .with("bytes", cause.bytes() > 0 ? cause.bytes() : null)
            .with("suspect", suspect == null ? null : Parts.suspect(suspect).map())
            .with("groups", (long) cause.groups().size())
            .with("fingerprints", fingerprints),
        text.toString());
  }

  /** A cause in one line. */
  static String line(Cause cause) {
    // One that is wholly owned by others has nobody of its own to name.
    return cause.direct().isEmpty()
        ? cause.leaked() + " leaked, owned by others"
        : Recorded.text(ReportWords.cause(cause));
  }
}
