package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.word;

import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.cli.mcp.files.Search;
import dev.rollcall.cli.mcp.files.StartDirectories;
import dev.rollcall.common.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Which files there are. */
final class ListFiles implements Question {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private static final String IS_RECORDING = "recording";
  private static final String IS_REPORT = "report";

  private final StartDirectories directories;

  ListFiles(StartDirectories directories) {
    this.directories = directories;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String title() {
    return "List recordings";
  }

  @Override
  public String meaning() {
    return "Lists the flight recordings and the JSON reports that can be asked about, newest first."
        + " Begin here: the names are what the other tools take.";
  }

  @Override
  public Schema asks() {
    return new Schema()
        .may("directory", text("only what is in this directory; all unless it is said"))
        .paged(USUAL, MOST);
  }

  @Override
  public Schema answers() {
    Schema file =
        new Schema()
            .must("file", text("its name, as the other tools take it"))
            .must("kind", word("what it is", List.of(IS_RECORDING, IS_REPORT)))
            .must("bytes", number("its size"))
            .must("modified", text("when it was written last, UTC"));
    return new Schema()
        .rows("files", file, "the files, newest first")
        .may("incomplete", text("why there may be more"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    int offset = arguments.offset();
    int limit = arguments.limit(USUAL, MOST);
    String only = arguments.text("directory");
    List<Path> roots = only == null ? directories.roots() : List.of(directory(only));
    Search search = new Search(directories);
    for (Path root : roots) {
      search.below(root);
    }
    List<Search.Found> all = search.found();
    Fields fields = new Fields();
    StringBuilder text = new StringBuilder();
    if (all.isEmpty()) {
      text.append("There are no recordings in ")
          .append(only == null ? directories.words() : Recorded.text(only))
          .append(".\n");
    }
    Listing.of("file", all, offset, limit, this::row).into(fields, "files", text);
    if (search.isCut()) {
      String cut =
          "There may be more: only the first "
              + Search.MOST_FILES
              + " files and "
              + Search.DEEPEST
              + " levels were looked at; name a directory.";
      fields.with("incomplete", cut);
      text.append(cut).append('\n');
    }
    return new Answer(fields.map(), text.toString());
  }

  private Path directory(String name) throws Refusal {
    Path real = directories.real(name);
    if (!Files.isDirectory(real)) {
      throw new Refusal(name + " is a file; name a directory");
    }
    return real;
  }

  private Listing.Row row(Search.Found found) {
    String name = Recorded.text(directories.nameOf(found.file()));
    String kind = found.isReport() ? IS_REPORT : IS_RECORDING;
    String modified = found.modified().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Listing.Row(
        new Fields()
            .with("file", name)
            .with("kind", kind)
            .with("bytes", found.bytes())
            .with("modified", modified),
        name + ": " + kind + ", " + Bytes.text(found.bytes()) + ", " + modified);
  }
}
