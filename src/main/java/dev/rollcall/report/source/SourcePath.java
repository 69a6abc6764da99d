package dev.rollcall.report.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where files are, as references that go into a URI. */
public final class SourcePath {
  private SourcePath() {}

  /** A path with all but its slashes escaped. */
  public static String encode(String path) {
    String encoded =
        Arrays.stream(path.replace('\\', '/').split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return path.startsWith("/") ? '/' + encoded : encoded;
  }
}
