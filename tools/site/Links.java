import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds links that lead nowhere: {@code java Links.java DIRECTORY|FILE.md ...}.
 *
 * <p>In HTML pages of a directory, Javadoc's excepted (the javadoc tool checks its own), and in
 * Markdown files it looks up each link and image that is not an URL: the file has to be there, and
 * in it the anchor. Status 1 if one is not, with a line for each.
 */
class Links {
  private static final Pattern HTML_LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
  private static final Pattern HTML_ANCHOR = Pattern.compile("\\s(?:id|name)=\"([^\"]+)\"");
  private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern MARKDOWN_HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");
  private static final Pattern MARKDOWN_CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]+`");
  private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

  private final Map<Path, Set<String>> anchors = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private int links;

  public static void main(String[] args) throws IOException {
    Links links = new Links();
    for (String arg : args) {
      links.check(Path.of(arg).toAbsolutePath().normalize());
    }
    links.broken.forEach(System.err::println);
    System.out.println(links.links + " links checked, " + links.broken.size() + " are broken.");
    if (!links.broken.isEmpty() || links.links == 0) {
      System.exit(1);
    }
  }

  private void check(Path start) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      for (Path page :
          files.filter(Links::isPage).filter(page -> !isJavadoc(start, page)).toList()) {
        checkPage(page);
      }
    }
  }

  private void checkPage(Path page) throws IOException {
    String text = text(page);
    Pattern pattern = isMarkdown(page) ? MARKDOWN_LINK : HTML_LINK;
    for (String link : pattern.matcher(text).results().map(match -> match.group(1)).toList()) {
      if (!URL.matcher(link).matches()) {
        links++;
        String fault = fault(page, link.replace("&amp;", "&"));
        if (fault != null) {
          broken.add(page + ": " + link + ": " + fault);
        }
      }
    }
  }

  /** Why a link leads nowhere, or null. */
  private String fault(Path page, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return "there is no such file";
    }
    boolean anchor = hash >= 0 && hash < link.length() - 1;
    return anchor && !anchors(target).contains(link.substring(hash + 1))
        ? "there is no such anchor"
        : null;
  }

  private Set<String> anchors(Path page) throws IOException {
    Set<String> found = anchors.get(page);
    if (found == null) {
      found = new HashSet<>();
      String text = isPage(page) ? text(page) : "";
      Pattern pattern = isMarkdown(page) ? MARKDOWN_HEADING : HTML_ANCHOR;
      pattern.matcher(text).results().map(match -> match.group(1)).forEach(found::add);
      if (isMarkdown(page)) {
        found = new HashSet<>(found.stream().map(Links::slug).toList());
      }
      anchors.put(page, found);
    }
    return found;
  }

  private static String text(Path page) throws IOException {
    String text = Files.readString(page);
    return isMarkdown(page) ? MARKDOWN_CODE.matcher(text).replaceAll("") : text;
  }

  /** A heading's anchor, as repositories' web pages make it. */
  private static String slug(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static boolean isPage(Path file) {
    return isMarkdown(file) || file.toString().endsWith(".html");
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }

  private static boolean isJavadoc(Path start, Path page) {
    return start.relativize(page).startsWith("apidocs");
  }
}
