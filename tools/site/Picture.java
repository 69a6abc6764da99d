import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the beginning of the demo's report as a terminal's window: {@code java Picture.java TEXT
 * SVG}. The report begins after the line that names its command and ends with the first group.
 */
class Picture {
  private static final String COMMAND =
      "tools/rollcall report --source tools/demo target/demo/relay.jfr";
  private static final int COLUMNS = 112;
  private static final double CHARACTER = 7.8;
  private static final int LINE = 18;
  private static final int TOP = 52;
  private static final int LEFT = 16;

  private static final String TEXT = "#d0d7de";
  private static final String RED = "#ff7b72";
  private static final String YELLOW = "#f2cc60";
  private static final String BLUE = "#79c0ff";
  private static final String GREY = "#8b949e";

  public static void main(String[] args) throws IOException {
    List<String> lines = report(Files.readAllLines(Path.of(args[0])));
    int width = (int) (COLUMNS * CHARACTER) + 2 * LEFT;
    int height = TOP + lines.size() * LINE;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
            <title>The report of tools/rollcall demo</title>
            <rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>
            <circle cx="20" cy="18" r="6" fill="#ff5f57"/>
            <circle cx="40" cy="18" r="6" fill="#febc2e"/>
            <circle cx="60" cy="18" r="6" fill="#28c840"/>
            <g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13">
            """,
            width,
            height));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String text = line.strip();
      if (text.isEmpty()) {
        continue;
      }
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\">%s</text>%n",
              LEFT + line.indexOf(text) * CHARACTER,
              TOP + i * LINE,
              text.length() * CHARACTER,
              colour(line),
              xml(text)));
    }
    Files.writeString(Path.of(args[1]), svg.append("</g>\n</svg>\n"));
  }

  /** The command, the headline and the first group, in lines that fit. */
  private static List<String> report(List<String> all) {
    List<String> lines = new ArrayList<>(List.of("$ " + COMMAND, ""));
    int groups = 0;
    int command = all.indexOf("   " + COMMAND);
    if (command < 0) {
      throw new IllegalArgumentException("the demo no longer runs " + COMMAND);
    }
    int start = command + 2;
    for (String line : all.subList(start, all.size())) {
      groups += line.startsWith("LEAK: ") ? 1 : 0;
      if (groups > 2) {
        break;
      }
      lines.addAll(wrapped(line));
    }
    return lines;
  }

  private static List<String> wrapped(String line) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(line.length() - line.stripLeading().length());
    String rest = line;
    while (rest.length() > COLUMNS) {
      int end = rest.lastIndexOf(' ', COLUMNS);
      end = end <= indent.length() ? COLUMNS : end;
      lines.add(rest.substring(0, end));
      rest = indent + "   " + rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** The text in XML; spaces that nothing folds. */
  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace(" ", "&#160;");
  }

  private static String colour(String line) {
    String text = line.strip();
    if (text.startsWith("LEAK:")) {
      return RED;
    }
    if (text.startsWith("$ ") || text.matches("\\d\\. .*")) {
      return YELLOW;
    }
    if (text.matches("[\\w.$<>]+\\([\\w.]+(:\\d+)?\\)")) {
      return BLUE;
    }
    return text.startsWith("time ") ? GREY : TEXT;
  }
}
