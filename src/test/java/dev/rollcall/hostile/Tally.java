package dev.rollcall.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many mutants of which kind ended with which exit code, and what was wrong. */
final class Tally {
  private static final int CODES = 5;
  private static final int FAILED = CODES;

  private final Map<String, int[]> byKind = new TreeMap<>();
  private final Map<String, int[]> byOriginal = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int untrusted;

  void add(Mutator.Mutant mutant, int code, boolean trusted, String failure) {
    count(mutant, code);
    untrusted += trusted ? 0 : 1;
    if (!failure.isEmpty()) {
      add(mutant, failure);
    }
  }

  void add(Mutator.Mutant mutant, String failure) {
    count(mutant, FAILED);
    failures.add(mutant.number() + " (" + mutant.story() + "): " + failure);
  }

  private void count(Mutator.Mutant mutant, int column) {
    byKind.computeIfAbsent(mutant.kind(), kind -> new int[CODES + 1])[column]++;
    byOriginal.computeIfAbsent(mutant.original().name(), name -> new int[CODES + 1])[column]++;
  }

  /** What was wrong: a mutant's number, its story, and the failures. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** How many mutants ended with a code. */
  int ended(int code) {
    return byOriginal.values().stream().mapToInt(counts -> counts[code]).sum();
  }

  /** The counts as a table. */
  String table() {
    StringBuilder table = new StringBuilder();
    rows(table, "mutation", byKind);
    rows(table, "original", byOriginal);
    table.append(
        String.format(
            Locale.ROOT,
            "%,d codes were taken on trust: the second reader gave up. %,d failures.%n",
            untrusted,
            failures.size()));
    return table.toString();
  }

  private static void rows(StringBuilder table, String what, Map<String, int[]> counts) {
    table.append(
        String.format("%-18s%8s%8s%8s%8s%8s%8s%n", what, "0", "1", "2", "3", "4", "failed"));
    int[] all = new int[CODES + 1];
    counts.forEach(
        (name, row) -> {
          line(table, name, row);
          for (int i = 0; i < row.length; i++) {
            all[i] += row[i];
          }
        });
    line(table, "all", all);
    table.append(String.format("%n"));
  }

  private static void line(StringBuilder table, String name, int[] row) {
    table.append(String.format("%-18s", name));
    for (int count : row) {
      table.append(String.format(Locale.ROOT, "%,8d", count));
    }
    table.append(String.format("%n"));
  }
}
