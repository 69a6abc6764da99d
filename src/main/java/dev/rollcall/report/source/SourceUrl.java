package dev.rollcall.report.source;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * How the address of a line of source is made from its path: {@code
 * https://host/acme/shop/blob/main/{path}#L{line}}.
 */
public final class SourceUrl {
  private static final String PATH = "{path}";
  private static final String LINE = "{line}";

  private final String pattern;

  private SourceUrl(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The addresses of a pattern.
   *
   * @throws IllegalArgumentException with what is wrong with it and what to do, to be put after
   *     what it is called
   */
  public static SourceUrl of(String pattern) {
    if (!pattern.startsWith("https://") && !pattern.startsWith("http://")) {
      throw new IllegalArgumentException(
          "'" + pattern + "' does not begin with https:// or http://; give the whole address");
    }
    if (!pattern.contains(PATH)) {
      throw new IllegalArgumentException(
          "'" + pattern + "' has no {path}; put it where the path of a file belongs");
    }
    SourceUrl url = new SourceUrl(pattern);
    if (!url.isOfOneHost()) {
      throw new IllegalArgumentException(
          "'"
              + pattern
              + "' makes no address of one host; put {path} and {line} behind the host, and in"
              + " between what a URL may have");
    }
    return url;
  }

  /** Whether it leads to the same host whatever the path is. */
  private boolean isOfOneHost() {
    try {
      String host = new URI(replaced(pattern, "a", 1)).getHost();
      return host != null && host.equals(new URI(replaced(pattern, "b", 2)).getHost());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * The address of a line.
   *
   * @param path from the root of the repository on, with / between its parts
   * @param line below 1 where it is not known: then the address is that of the file, or {@code
   *     null} if there is none without a line
   */
  public @Nullable String of(String path, int line) {
    String address = pattern;
    if (line < 1) {
      int fragment = pattern.indexOf('#');
      address = fragment < 0 ? pattern : pattern.substring(0, fragment);
      if (address.contains(LINE) || !address.contains(PATH)) {
        return null;
      }
    }
    return replaced(address, path, line);
  }

  private static String replaced(String address, String path, int line) {
    return address.replace(LINE, Integer.toString(line)).replace(PATH, SourcePath.encode(path));
  }
}
