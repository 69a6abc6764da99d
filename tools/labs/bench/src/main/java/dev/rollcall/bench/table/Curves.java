package dev.rollcall.bench.table;

import dev.rollcall.bench.table.Svg.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws what a life costs: against the number of live resources, and against threads. The scale of
 * the cost is logarithmic, so equal ratios are equal distances.
 */
final class Curves {
  private static final int PANEL_WIDTH = 330;
  private static final int PANEL_HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int TOP = 50;
  private static final int GAP = 50;
  private static final int LEGEND = 290;
  private static final double MIN_NS = 10;
  private static final double MAX_NS = 20_000;

  /** Ours are drawn through, peers dashed in the same colour. */
  private record Series(
      String label, String benchmark, Map<String, String> fixed, int colour, boolean peer) {}

  private static final List<Series> SERIES =
      List.of(
          series("no sites", "RegisterBenchmark.rollcall", 0, false),
          series("bare map", "RegisterBenchmark.bareMap", 0, true),
          series("locked IdentityHashMap (gVisor)", "RegisterBenchmark.lockedMap", 5, true),
          series("sites", "SitesBenchmark.rollcall", 1, false),
          series("new Throwable() + bare map", "SitesBenchmark.throwableMap", 1, true),
          new Series(
              "Netty PARANOID track+close",
              "SitesBenchmark.netty",
              Map.of("level", "PARANOID"),
              4,
              true),
          recorded("recorded without stacks", "RecordingBenchmark.rollcall", "false", 2, false),
          recorded("2 bare events + map", "RecordingBenchmark.bareEventsAndMap", "false", 2, true),
          recorded("recorded with stacks", "RecordingBenchmark.rollcall", "true", 3, false),
          recorded(
              "2 bare events with stacks + map",
              "RecordingBenchmark.bareEventsAndMap",
              "true",
              3,
              true));

  private final Svg svg = new Svg();

  /** What was measured; the short plans leave some out. */
  private final Set<Series> drawn = new LinkedHashSet<>();

  private Curves() {}

  private static Series series(String label, String benchmark, int colour, boolean peer) {
    return new Series(label, benchmark, Map.of(), colour, peer);
  }

  private static Series recorded(
      String label, String benchmark, String stacks, int colour, boolean peer) {
    return new Series(label, benchmark, Map.of("stacks", stacks), colour, peer);
  }

  /** One row of two panels for each JDK. */
  static String draw(List<Results> jdks) {
    Curves curves = new Curves();
    int rowHeight = TOP + PANEL_HEIGHT + GAP;
    for (int i = 0; i < jdks.size(); i++) {
      curves.row(jdks.get(i), i * rowHeight + TOP);
    }
    curves.legend();
    return curves.svg.finish(
        2 * (LEFT + PANEL_WIDTH) + LEGEND,
        jdks.size() * rowHeight,
        "Cost of register+unregister against live resources and threads");
  }

  private void row(Results jdk, int top) {
    String title = "JDK " + jdk.machine.jdk() + ", 1 thread, by live resources";
    panel(LEFT, top, title, "live resources", List.of("0", "10⁵", "10⁶"));
    curves(jdk, LEFT, top, "live", List.of("0", "100000", "1000000"));
    int left = 2 * LEFT + PANEL_WIDTH;
    panel(left, top, "nothing else live, by threads", "threads", List.of("1", "2"));
    curves(jdk, left, top, "threads", List.of("1", "2"));
  }

  private void panel(int left, int top, String title, String axis, List<String> ticks) {
    svg.text(left, top - 14, "title", title);
    svg.text(left - 8, top - 14, "end", "ns");
    for (double ns = MIN_NS; ns <= MAX_NS; ns *= 10) {
      double y = y(top, ns);
      svg.line("grid", List.of(new Point(left, y), new Point(left + PANEL_WIDTH, y)));
      svg.text(left - 8, y + 4, "end", Numbers.round(ns));
    }
    int bottom = top + PANEL_HEIGHT;
    svg.line(
        "axis",
        List.of(
            new Point(left, top), new Point(left, bottom), new Point(left + PANEL_WIDTH, bottom)));
    svg.text(left + PANEL_WIDTH / 2.0, bottom + 34, "middle", axis);
    for (int i = 0; i < ticks.size(); i++) {
      svg.text(x(left, i, ticks.size()), bottom + 18, "middle", ticks.get(i));
    }
  }

  private void curves(Results jdk, int left, int top, String by, List<String> values) {
    for (Series series : SERIES) {
      String classes = "line c" + series.colour + (series.peer ? " peer" : "");
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Double ns = cost(jdk, series, by, values.get(i));
        if (ns != null) {
          points.add(new Point(x(left, i, values.size()), y(top, ns)));
        }
      }
      if (!points.isEmpty()) {
        drawn.add(series);
        svg.line(classes, points);
      }
      points.forEach(point -> svg.dot("line c" + series.colour, point));
    }
  }

  private static @Nullable Double cost(Results jdk, Series series, String by, String value) {
    String live = by.equals("live") ? value : "0";
    int threads = by.equals("threads") ? Integer.parseInt(value) : 1;
    for (Measured cell : jdk.cells(series.benchmark, series.fixed)) {
      Map<String, String> parameters = cell.parameters();
      if (cell.threads() == threads
          && parameters.getOrDefault("live", "0").equals(live)
          && parameters.getOrDefault("depth", "20").equals("20")) {
        return Numbers.median(jdk.times(cell));
      }
    }
    return null;
  }

  private void legend() {
    int left = 2 * (LEFT + PANEL_WIDTH) + 24;
    int y = TOP;
    svg.text(left, y - 14, "title", "register+unregister");
    for (Series series : drawn) {
      String classes = "line c" + series.colour + (series.peer ? " peer" : "");
      svg.line(classes, List.of(new Point(left, y), new Point(left + 34, y)));
      svg.text(left + 42, y + 4, "label", series.peer ? series.label : "Rollcall, " + series.label);
      y += 22;
    }
    svg.text(left, y + 10, "label", "at stack depth 20; each thread's time");
  }

  private static double x(int left, int index, int count) {
    return left + (index + 0.5) * PANEL_WIDTH / count;
  }

  private static double y(int top, double ns) {
    double share =
        Math.log(Math.min(MAX_NS, Math.max(MIN_NS, ns)) / MIN_NS) / Math.log(MAX_NS / MIN_NS);
    return top + PANEL_HEIGHT * (1 - share);
  }
}
