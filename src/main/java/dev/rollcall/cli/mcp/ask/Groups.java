package dev.rollcall.cli.mcp.ask;

import static dev.rollcall.cli.mcp.ask.Schema.text;
import static dev.rollcall.cli.mcp.ask.Schema.texts;
import static dev.rollcall.cli.mcp.ask.Schema.word;

import dev.rollcall.cli.mcp.files.Library;
import dev.rollcall.cli.mcp.files.Refusal;
import java.util.List;

/** What leaked, was open or was misused, by type and site. */
final class Groups implements Question {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  private final Library library;

  Groups(Library library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public String title() {
    return "Groups of resources";
  }

  @Override
  public String meaning() {
    return "Lists groups of resources, each of one type and one place of registration: what leaked,"
        + " what was still open when a recording ended (which is no leak), or what was misused, as"
        + " by releasing it twice.";
  }

  @Override
  public Schema asks() {
    return new Schema()
        .must("files", Schema.files("as for summary"))
        .may("status", word("which groups; leaked unless it is said", Group.Status.words()))
        .may("type", text("only groups of this class, by its full or its simple name"))
        .paged(USUAL, MOST);
  }

  @Override
  public Schema answers() {
    return new Schema()
        .rows(
            "groups",
            Group.schema().may("suspect", text("the method that is suspected first")),
            "the groups, in the order of reports")
        .may("problems", texts("what could not be read"));
  }

  @Override
  public Answer answer(Arguments arguments) throws Refusal {
    int offset = arguments.offset();
    int limit = arguments.limit(USUAL, MOST);
    String status = arguments.word("status", Group.Status.words());
    String type = arguments.text("type");
    Library.Told told = library.report(arguments.files("files"));
    Group.Status wanted = status == null ? Group.Status.LEAKED : Group.Status.of(status);
    List<Group> groups =
        Group.of(told.report().findings(), wanted).stream()
            .filter(group -> type == null || isOf(group.type(), type))
            .toList();
    Fields fields = new Fields();
    StringBuilder text = new StringBuilder();
    if (groups.isEmpty()) {
      text.append("No such group is ").append(wanted.word()).append(" in these recordings.\n");
    }
    Listing.of("group", groups, offset, limit, Groups::row).into(fields, "groups", text);
    Parts.problems(told.problems(), fields, text);
    return new Answer(fields.map(), text.toString());
  }

  private static boolean isOf(String type, String wanted) {
    return type.equals(wanted) || type.endsWith('.' + wanted) || type.endsWith('$' + wanted);
  }

  private static Listing.Row row(Group group) {
    Fields fields = group.fields();
    String line = group.line();
    if (!group.suspects().isEmpty()) {
      StackTraceElement frame = group.suspects().get(0).frame();
      String method = frame.getClassName() + '.' + frame.getMethodName();
      fields.text("suspect", method);
      line += ", suspected: " + Recorded.text(method);
    }
    return new Listing.Row(fields, line);
  }
}
