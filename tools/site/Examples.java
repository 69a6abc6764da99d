import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what the demos print into Markdown pages: {@code java Examples.java DIRECTORY PAGE ...}.
 *
 * <p>A page has a comment before each block of code that is an example:
 *
 * <pre>{@code <!-- example relay.txt: FROM .. TO; FROM .. TO -->}</pre>
 *
 * <p>FROM and TO are parts of lines of the file in the directory. The block is all from the first
 * line with FROM to the next with TO; a part begins its search where the last one ended. Lines
 * "..." stand for what is left out between the parts.
 */
class Examples {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)(<!-- example (\\S+): ([^\n]*?) -->\n+```[a-z]*\n).*?(```\n)");

  /** What JUnit's console draws before a failure's lines. */
  private static final Pattern TREE = Pattern.compile("^(│ +│ {10}|│ +[├└]─ [^│]*(?=LEAK: ))");

  public static void main(String[] args) throws IOException {
    for (int i = 1; i < args.length; i++) {
      Path page = Path.of(args[i]);
      String old = Files.readString(page);
      Matcher block = BLOCK.matcher(old);
      String text =
          block.replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      match.group(1)
                          + example(Path.of(args[0], match.group(2)), match.group(3))
                          + match.group(4)));
      Files.writeString(page, text);
    }
  }

  private static String example(Path file, String parts) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException notThere) {
      throw new IllegalStateException(file + " cannot be read: run tools/examples.", notThere);
    }
    List<String> taken = new ArrayList<>();
    int next = 0;
    for (String part : parts.split("; ")) {
      String[] ends = part.split(" \\.\\. ");
      int from = find(lines, ends[0], next, file);
      int to = find(lines, ends[ends.length - 1], from, file);
      if (next > 0 && from > next) {
        taken.add("...");
      }
      taken.addAll(lines.subList(from, to + 1));
      next = to + 1;
    }
    taken.replaceAll(line -> TREE.matcher(line).replaceFirst(""));
    return String.join("\n", taken).stripIndent() + "\n";
  }

  private static int find(List<String> lines, String part, int from, Path file) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new IllegalStateException(
        file
            + " has no line with '"
            + part
            + "' after line "
            + from
            + ": mend the page's comment.");
  }
}
