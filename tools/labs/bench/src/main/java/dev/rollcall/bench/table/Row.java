package dev.rollcall.bench.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claim in one cell on one JDK.
 *
 * @param ours what was measured of ours, as text
 * @param peer what was measured of the peer, as text; empty if there is none
 * @param results what is compared with the target, one a round
 */
record Row(String cell, String ours, String peer, List<Double> results) {

  /** The rows of a claim, for the cells in which both sides were measured. */
  static List<Row> of(Claim claim, Results measured) {
    List<Row> rows = new ArrayList<>();
    for (Measured cell : measured.cells(claim.ours().benchmark(), claim.ours().fixed())) {
      Row row = of(claim, cell, measured);
      if (row != null && !row.results.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static @Nullable Row of(Claim claim, Measured cell, Results measured) {
    List<Double> ours = values(claim.ours(), cell, measured);
    String oursText = Numbers.plain(Numbers.median(ours));
    Claim.Side side = claim.peer();
    Measured peerCell = side == null ? null : measured.peer(cell, side.benchmark(), side.fixed());
    List<Double> peer =
        side == null || peerCell == null ? List.of() : values(side, peerCell, measured);
    String peerText = peer.isEmpty() ? "" : Numbers.plain(Numbers.median(peer));
    return switch (claim.kind()) {
      case RATIO ->
          new Row(cell.text(), oursText, peerText, Numbers.combine(ours, peer, (a, b) -> a / b));
      case DIFFERENCE ->
          new Row(cell.text(), oursText, peerText, Numbers.combine(ours, peer, (a, b) -> a - b));
      case VALUE -> new Row(cell.text(), oursText, "", ours);
      case ALLOCATION -> {
        List<Double> bytes = measured.allocations(cell);
        yield new Row(cell.text(), Math.round(Numbers.median(bytes)) + " B", "", bytes);
      }
      case SCALING -> scaling(claim.ours(), cell, ours, measured);
    };
  }

  /** Time is for each thread: twice the work in the same time when it does not change. */
  private static @Nullable Row scaling(
      Claim.Side side, Measured cell, List<Double> one, Results measured) {
    if (cell.threads() != 1) {
      return null;
    }
    Measured twice = new Measured(cell.benchmark(), cell.parameters(), 2);
    List<Double> two = values(side, twice, measured);
    return new Row(
        cell.text().replaceFirst("1 thread(, )?", ""),
        Numbers.plain(Numbers.median(two)),
        Numbers.plain(Numbers.median(one)),
        Numbers.combine(one, two, (a, b) -> 2 * a / b));
  }

  private static List<Double> values(Claim.Side side, Measured cell, Results measured) {
    List<Double> values = measured.times(cell);
    String less = side.lessBenchmark();
    if (less == null) {
      return values;
    }
    Measured other = measured.peer(cell, less, side.lessFixed());
    return other == null
        ? List.of()
        : Numbers.combine(values, measured.times(other), (a, b) -> a - b);
  }

  /** Rows of several JDKs that belong side by side, by cell. */
  static Map<String, List<@Nullable Row>> bySide(Claim claim, List<Results> jdks) {
    Map<String, List<@Nullable Row>> lines = new LinkedHashMap<>();
    for (int i = 0; i < jdks.size(); i++) {
      for (Row row : of(claim, jdks.get(i))) {
        lines
            .computeIfAbsent(
                row.cell, key -> new ArrayList<>(Collections.nCopies(jdks.size(), null)))
            .set(i, row);
      }
    }
    return lines;
  }
}
