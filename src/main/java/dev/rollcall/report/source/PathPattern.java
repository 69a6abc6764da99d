package dev.rollcall.report.source;

import java.util.regex.Pattern;

/** A pattern of a CODEOWNERS file, which is much as one of .gitignore. */
final class PathPattern {
  private PathPattern() {}

  /**
   * What matches the paths that a pattern means: those of files, and of what is below directories.
   *
   * @param anyDepth whether a pattern with a slash in it, but for the first character, means any
   *     directory; else that of the root
   */
  static Pattern of(String pattern, boolean anyDepth) {
    int slash = pattern.indexOf('/');
    boolean rooted = slash == 0 || (!anyDepth && slash > 0 && slash < pattern.length() - 1);
    boolean directory = pattern.length() > 1 && pattern.endsWith("/");
    String inner =
        pattern.equals("/")
            ? "**"
            : pattern.substring(slash == 0 ? 1 : 0, pattern.length() - (directory ? 1 : 0));
    StringBuilder regex = new StringBuilder(rooted ? "" : "(?:.*/)?");
    int at = 0;
    while (at < inner.length()) {
      at = append(regex, inner, at);
    }
    // Of a directory all is meant, but of "docs/*" only what is directly in it.
    boolean children = inner.equals("*") || inner.endsWith("/*");
    regex.append(directory ? "/.*" : children ? "" : "(?:/.*)?");
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** Appends what stands at a place, and returns the next place. */
  private static int append(StringBuilder regex, String pattern, int at) {
    if (pattern.startsWith("**/", at)) {
      regex.append("(?:.*/)?");
      return at + 3;
    }
    if (pattern.startsWith("**", at)) {
      regex.append(".*");
      return at + 2;
    }
    char c = pattern.charAt(at);
    if (c == '*') {
      regex.append("[^/]*");
    } else if (c == '?') {
      regex.append("[^/]");
    } else if (c == '\\' && at + 1 < pattern.length()) {
      regex.append(Pattern.quote(pattern.substring(at + 1, at + 2)));
      return at + 2;
    } else {
      regex.append(Pattern.quote(pattern.substring(at, at + 1)));
    }
    return at + 1;
  }
}
