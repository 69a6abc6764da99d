package dev.rollcall.cases;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Who was suspected, in Markdown: a line for each case, and one for each variant that sums up. */
final class StandingTable {
  private static final String HIGH = "high";
  private static final int TOP = 3;

  private StandingTable() {}

  /** The worst of a case's runs in each variant. */
  record Row(String name, Standing alone, Standing beside) {
    private Standing of(Variant variant) {
      return variant == Variant.ALONE ? alone : beside;
    }
  }

  /** The table. */
  static String of(List<Row> rows) {
    StringBuilder table = new StringBuilder("| case |");
    for (Variant variant : Variant.values()) {
      table.append(
          " %s: method | class | first suspect | lines to read |".formatted(variant.words()));
    }
    table.append("\n| --- |").append(" ---: | ---: | --- | ---: |".repeat(Variant.values().length));
    for (Row row : rows) {
      table.append("\n| " + row.name + " |").append(cells(row.alone)).append(cells(row.beside));
    }
    table.append("\n\n");
    for (Variant variant : Variant.values()) {
      table.append(sum(variant, rows.stream().map(row -> row.of(variant)).toList()));
    }
    return table.toString();
  }

  private static String cells(Standing standing) {
    return " %s | %s | %s | %s |"
        .formatted(
            orDash(standing.method()),
            orDash(standing.type()),
            standing.confidence().isEmpty() ? "-" : standing.confidence(),
            orDash(standing.lines()));
  }

  private static String orDash(int number) {
    return number == 0 ? "-" : String.format(Locale.ROOT, "%,d", number);
  }

  private static String sum(Variant variant, List<Standing> standings) {
    List<Standing> sure = standings.stream().filter(one -> one.confidence().equals(HIGH)).toList();
    int[] lines =
        standings.stream().mapToInt(Standing::lines).filter(n -> n > 0).sorted().toArray();
    return ("%s: the method is first in %d of %d cases and among three in %d, its class in %d and %d;"
            + " of %d first suspects of high confidence %d are right; it is named after %s lines"
            + " (median), in %d never.%n")
        .formatted(
            Character.toUpperCase(variant.words().charAt(0)) + variant.words().substring(1),
            count(standings, one -> one.method() == 1),
            standings.size(),
            count(standings, one -> isAmongThree(one.method())),
            count(standings, one -> one.type() == 1),
            count(standings, one -> isAmongThree(one.type())),
            sure.size(),
            count(sure, one -> one.method() == 1),
            orDash(lines.length == 0 ? 0 : lines[lines.length / 2]),
            standings.size() - lines.length);
  }

  private static boolean isAmongThree(int rank) {
    return rank >= 1 && rank <= TOP;
  }

  private static long count(List<Standing> standings, Predicate<Standing> which) {
    return standings.stream().filter(which).count();
  }
}
