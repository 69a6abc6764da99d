package dev.rollcall.bench.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture of lines and texts that is readable on a light and on a dark page. */
final class Svg {
  /** A point of the picture. */
  record Point(double x, double y) {}

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-weight: 600; font-size: 14px }
        .end { text-anchor: end }
        .middle { text-anchor: middle }
        .axis { stroke: #57606a; fill: none }
        .grid { stroke: #57606a; stroke-opacity: .25; fill: none }
        .line { fill: none; stroke-width: 2 }
        .peer { stroke-dasharray: 5 4 }
        .c0 { stroke: #0969da } .c1 { stroke: #bf5700 } .c2 { stroke: #1a7f37 }
        .c3 { stroke: #8250df } .c4 { stroke: #cf222e } .c5 { stroke: #6e7781 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .axis, .grid { stroke: #9198a1 }
          .c0 { stroke: #58a6ff } .c1 { stroke: #f0883e } .c2 { stroke: #3fb950 }
          .c3 { stroke: #bc8cff } .c4 { stroke: #ff7b72 } .c5 { stroke: #9198a1 }
        }
      </style>
      """;

  private final StringBuilder body = new StringBuilder();

  void text(double x, double y, String classes, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>%n",
            x,
            y,
            classes,
            escape(text)));
  }

  void line(String classes, List<Point> points) {
    String coordinates =
        points.stream()
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x, point.y))
            .collect(Collectors.joining(" "));
    body.append(String.format("<polyline class=\"%s\" points=\"%s\"/>%n", classes, coordinates));
  }

  void dot(String classes, Point at) {
    body.append(
        String.format(
            Locale.ROOT,
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>%n",
            classes,
            at.x,
            at.y));
  }

  String finish(int width, int height, String title) {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\" role=\"img\">%n<title>%s</title>%n%s%s</svg>%n",
        width,
        height,
        width,
        height,
        escape(title),
        STYLE,
        body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
