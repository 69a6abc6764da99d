package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.flag;
import static dev.rollcall.cli.mcp.ask.Schema.list;
import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.texts;
import static dev.rollcall.cli.mcp.ask.Schema.word;

import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.cli.mcp.files.Library;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.cli.option.ResourceId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** The lives of chosen resources, step by step. */
final class Histories implements Question {
  private static final int USUAL = 3;
  private static final int MOST = 10;
  private static final int MOST_OFFSET = 1_000;
  private static final List<String> VERDICTS =
      Stream.of(Verdict.values()).map(Verdict::word).toList();

  private final Library library;

  Histories(Library library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public String title() {
    return "Lives of resources";
  }

  @Override
  public String meaning() {
    return "Tells the life of one resource by its id, or of a few of a group, leaked or released,"
        + " step by step: registered, retained, touched, released, on which thread and where. Needs"
        + " recordings: a JSON report has no lives.";
  }

  @Override
  public Schema asks() {
    return new Schema()
        .must("files", Schema.files("names of recordings, or directories of recordings"))
        .may("id", text("the resource with this id, as 0x2a; either this or group"))
        .may("group", text("resources of the group with this fingerprint"))
        .may("verdict", word("only those that ended so", VERDICTS))
        .may("stacks", flag("with the whole stack of every step; only the place unless it is said"))
        .paged(USUAL, MOST);
  }

  @Override
  public Schema answers() {
    Schema step =
        new Schema()
            .must("time", text("when, UTC"))
            .must("kind", text("what happened"))
            .may("refCount", number("the reference count after it"))
            .may("at", text("where in the program"))
            .may("site", texts("the stack, innermost first"))
            .may("recorded", Schema.recorded("thread", "note"));
    Schema life =
        new Schema()
            .must("id", text("the id of the resource, unique in its JVM"))
            .may("type", text("its class"))
            .must("verdict", word("how it ended", VERDICTS))
            .must("fingerprint", text("its group"))
            .may("owner", text("the id of the resource that was to release it"))
            .may("bytes", number("how many bytes it holds"))
            .may("pid", number("the process id of its JVM, where there are several"))
            .may("beginsBefore", flag("whether it was registered before the recording"))
            .may("followed", flag("false where its steps were not to be recorded"))
            .may("missingSteps", number("how many steps are lost"))
            .may("recorded", Schema.recorded("description"))
            .must("steps", list(step.map(), "its steps, in order"))
            .may("stepsLeftOut", text("which steps are not shown"));
    return new Schema()
        .rows("lives", life, "the lives, by id")
        .may("problems", texts("what could not be read"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    int offset = arguments.offset();
    int limit = arguments.limit(USUAL, MOST);
    boolean stacks = arguments.flag("stacks");
    String word = arguments.word("verdict", VERDICTS);
    Verdict ended =
        Stream.of(Verdict.values())
            .filter(verdict -> verdict.word().equals(word))
            .findFirst()
            .orElse(null);
    Selection selection = selection(arguments.text("id"), arguments.text("group"));
    List<String> files = arguments.files("files");
    if (offset > MOST_OFFSET) {
      throw new Refusal("offset has to be a whole number from 0 to " + MOST_OFFSET);
    }
    Library.Lives lives = library.lives(files, selection, ended, MOST_OFFSET + MOST);
    if (lives.total() == 0) {
      throw new Refusal(
          "no resource in these recordings is like that; causes, groups and group have the ids and"
              + " fingerprints that there are");
    }
    int from = Math.min(offset, lives.first().size());
    int to = Math.min(from + limit, lives.first().size());
    Fields fields = new Fields();
    StringBuilder text = new StringBuilder();
    Listing.of(
            "life",
            "lives",
            lives.first().subList(from, to),
            lives.total(),
            offset,
            life -> OneLife.row(life, stacks))
        .into(fields, "lives", text);
    Parts.problems(lives.problems(), fields, text);
    return new Answer(fields.map(), text.toString());
  }

  private static Selection selection(@Nullable String id, @Nullable String group) throws Refusal {
    if ((id == null) == (group == null)) {
      throw new Refusal("give either id or group; group tells the ids of examples");
    }
    if (group != null) {
      return new Selection.ByGroup(group);
    }
    try {
      return new Selection.ById(new ResourceId.Converter().convert(String.valueOf(id)).value());
    } catch (TypeConversionException e) {
      throw new Refusal(
          Recorded.quoted(String.valueOf(id)) + " is not an id, write it as 42 or 0x2a");
    }
  }
}
