package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.flag;
import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.texts;
import static dev.rollcall.cli.mcp.ask.Schema.word;

import dev.rollcall.cli.mcp.files.Library;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.compare.Change;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.gate.compare.Pace;
import dev.rollcall.report.GrowthLines;
import dev.rollcall.report.TextDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What has become better or worse from one run to another. */
final class Changes implements Question {
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int MOST_LABELS = 16;
  private static final String OPEN = "open";

  private final Library library;

  Changes(Library library) {
    this.library = library;
  }

  /** A change, and of what. */
  private record Row(String status, Change change) {}

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String title() {
    return "Compare two runs";
  }

  @Override
  public String meaning() {
    return "Compares two runs: which groups of leaks and misuses are new, have grown, have shrunk or"
        + " are gone, and of which more are open. Groups are matched by type and place, also across"
        + " builds.";
  }

  @Override
  public Schema asks() {
    return new Schema()
        .must("before", Schema.files("the earlier run: as files of summary"))
        .must("after", Schema.files("the later run"))
        .paged(USUAL, MOST);
  }

  @Override
  public Schema answers() {
    Schema change =
        new Schema()
            .must("status", word("what it is of", Group.Status.words()))
            .must(
                "change",
                word(
                    "what has become of it",
                    Stream.of(Change.Kind.values()).map(Change.Kind::word).toList()))
            .may("fingerprint", text("the group; not there for leaks known by number only"))
            .may("kind", text("how they were misused"))
            .may("type", text("their class"))
            .may("at", text("where in the program they were registered, or misused"))
            .must("before", number("how many there were"))
            .must("after", number("how many there are"));
    return new Schema()
        .must("headline", text("what has changed, in one sentence"))
        .must("worse", flag("whether a leak or misuse is new or has grown"))
        .must("sure", flag("whether nothing is missing from either run"))
        .must("unchanged", number("how many groups have as many as before"))
        .may("labels", texts("labels that tell the two runs apart, as their versions"))
        .rows("changes", change, "leaks and misuses first, then what is open")
        .may("growing", texts("of two dumps of one JVM: how fast open groups grew"))
        .may("problems", texts("what could not be read"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    int offset = arguments.offset();
    int limit = arguments.limit(USUAL, MOST);
    Library.Told before = library.report(arguments.files("before"));
    Library.Told after = library.report(arguments.files("after"));
    Diff diff = Diff.of(before.report(), after.report());
    List<Row> rows = new ArrayList<>();
    for (Change change : diff.changes()) {
      Group.Status status =
          change.key().misuse() == null ? Group.Status.LEAKED : Group.Status.MISUSED;
      rows.add(new Row(status.word(), change));
    }
    diff.open().forEach(change -> rows.add(new Row(OPEN, change)));
    List<String> labels =
        diff.relabelled().stream()
            .map(
                label ->
                    Recorded.text(
                        label.key()
                            + ' '
                            + Recorded.quoted(label.before())
                            + " -> "
                            + Recorded.quoted(label.after())))
            .limit(MOST_LABELS)
            .toList();
    Fields fields =
        new Fields()
            .text("headline", TextDiff.headline(diff))
            .with("worse", diff.isWorse())
            .with("sure", diff.isSure())
            .with("unchanged", diff.unchanged())
            .some("labels", labels);
    StringBuilder text = new StringBuilder();
    text.append(Recorded.text(TextDiff.headline(diff)))
        .append(' ')
        .append(diff.unchanged())
        .append(" unchanged.\n");
    labels.forEach(label -> text.append("Label ").append(label).append('\n'));
    if (!diff.isSure()) {
      text.append("This may be incomplete: losses tells what is missing.\n");
    }
    Listing.of("change", rows, offset, limit, Changes::row).into(fields, "changes", text);
    List<String> growing =
        diff.paces().stream().map(pace -> perhaps(pace) + GrowthLines.pace(pace)).toList();
    Parts.sentences("growing", "Growing: ", growing, fields, text);
    Parts.problems(
        Stream.concat(before.problems().stream(), after.problems().stream()).toList(),
        fields,
        text);
    return new Answer(fields.map(), text.toString());
  }

  private static String perhaps(Pace pace) {
    return pace.confidence() == null ? "perhaps " : "";
  }

  private static Listing.Row row(Row row) {
    Change change = row.change();
    Key key = change.key();
    boolean unnamed = key.equals(Key.UNNAMED);
    String at = Parts.at(change.site());
    String line =
        String.format(
            Locale.ROOT,
            "%s %s%s: %,d before, %,d after, %s%s",
            change.kind().word(),
            row.status(),
            key.misuse() == null ? "" : " (" + Recorded.text(key.misuse()) + ')',
            change.before(),
            change.after(),
            unnamed
                ? "leaked resources of which only the number is known"
                : "group " + Recorded.text(key.fingerprint()),
            at.isEmpty() ? "" : " at " + at);
    Fields fields =
        new Fields()
            .with("status", row.status())
            .with("change", change.kind().word())
            .text("fingerprint", unnamed ? null : key.fingerprint())
            .text("kind", key.misuse())
            .text("type", change.type())
            .text("at", at)
            .with("before", change.before())
            .with("after", change.after());
    return new Listing.Row(fields, line);
  }
}
