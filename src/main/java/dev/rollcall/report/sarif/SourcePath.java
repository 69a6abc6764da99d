package dev.rollcall.report.sarif;

import dev.rollcall.common.SiteText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where files are, as references that go into a URI. */
final class SourcePath {
  private SourcePath() {}

  /** The source file of a class, from the root of the sources: that of its outermost class. */
  static String of(String className) {
    String element = className.replaceAll("(\\[])+$", "");
    StackTraceElement frame = SiteText.element(element, "", -1);
    String folder = element.substring(0, element.lastIndexOf('.') + 1).replace('.', '/');
    return encode(folder + Objects.requireNonNull(frame.getFileName())).replaceFirst("^/", "");
  }

  /** A path with all but its slashes escaped. */
  static String encode(String path) {
    String encoded =
        Arrays.stream(path.replace('\\', '/').split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return path.startsWith("/") ? '/' + encoded : encoded;
  }
}
