package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.number;
import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.word;

import dev.rollcall.common.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/** Which files there are. */
final class ListFiles implements Question {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int MOST_VISITED = 20_000;
  private static final int DEEPEST = 10;
  private static final int BEGINNING = 256;

  private static final Pattern RECORDING = Pattern.compile("(?s).*[.]jfr([.](gz|lz4|zst))?");
  private static final String REPORT = ".json";
  private static final String IS_RECORDING = "recording";
  private static final String IS_REPORT = "report";

  private static final Comparator<Found> NEWEST_FIRST =
      Comparator.comparing(Found::modified).reversed().thenComparing(Found::file);

  private final StartDirectories directories;

  ListFiles(StartDirectories directories) {
    this.directories = directories;
  }

  private record Found(Path file, String kind, long bytes, Instant modified) {}

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
    Walk walk = new Walk();
    for (Path root : roots) {
      walk.below(root);
    }
    List<Found> all = walk.found.stream().distinct().sorted(NEWEST_FIRST).toList();
    Fields fields = new Fields();
    StringBuilder text = new StringBuilder();
    if (all.isEmpty()) {
      text.append("There are no recordings in ")
          .append(only == null ? directories.words() : Recorded.text(only))
          .append(".\n");
    }
    Listing.of("file", all, offset, limit, this::row).into(fields, "files", text);
    if (walk.isCut()) {
      String cut =
          "There may be more: only the first "
              + MOST_VISITED
              + " files and "
              + DEEPEST
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

  private Listing.Row row(Found found) {
    String name = Recorded.text(directories.nameOf(found.file()));
    String modified = found.modified().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Listing.Row(
        new Fields()
            .with("file", name)
            .with("kind", found.kind())
            .with("bytes", found.bytes())
            .with("modified", modified),
        name + ": " + found.kind() + ", " + Bytes.text(found.bytes()) + ", " + modified);
  }

  /** What may be read, without following links to directories. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final List<Found> found = new ArrayList<>();
    private int visited;
    private boolean tooDeep;

    void below(Path root) throws Refusal {
      try {
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, this);
      } catch (IOException e) {
        throw new Refusal("cannot list " + directories.nameOf(root) + "; check its permissions");
      }
    }

    boolean isCut() {
      return visited > MOST_VISITED || tooDeep;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (++visited > MOST_VISITED) {
        return FileVisitResult.TERMINATE;
      }
      tooDeep |= attributes.isDirectory();
      try {
        Path real = attributes.isSymbolicLink() ? file.toRealPath() : file;
        BasicFileAttributes of = Files.readAttributes(real, BasicFileAttributes.class);
        if (of.isRegularFile() && directories.isInside(real)) {
          add(real, of);
        }
      } catch (IOException unreadable) {
        // As if it were not there.
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes of) throws IOException {
      String name = String.valueOf(file.getFileName());
      if (RECORDING.matcher(name).matches()) {
        found.add(new Found(file, IS_RECORDING, of.size(), of.lastModifiedTime().toInstant()));
      } else if (name.endsWith(REPORT) && isReport(file)) {
        found.add(new Found(file, IS_REPORT, of.size(), of.lastModifiedTime().toInstant()));
      }
    }
  }

  /** Reports begin with the version of their schema. */
  private static boolean isReport(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      return beginning.contains("\"schemaVersion\"");
    }
  }
}
