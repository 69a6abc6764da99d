package dev.rollcall.mutants;

import dev.rollcall.mutants.MutantRun.End;
import dev.rollcall.mutants.Rank.Miss;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What came out of all mutants, in Markdown. */
final class MutationTable {
  private static final int TOP = 3;
  private static final Set<Bug> PARTLY =
      EnumSet.of(Bug.SOMETIMES, Bug.HANDLER, Bug.EXCEPTION, Bug.RETURN);
  private static final Set<Bug> WHOLLY =
      EnumSet.of(Bug.ALWAYS, Bug.ONE_PATH, Bug.OVERWRITTEN, Bug.OWNER);

  private MutationTable() {}

  /** A killed mutant and its rank. */
  record Ranked(MutantRun run, Rank rank) {}

  /** The tables. {@code runs} are all mutants, {@code ranked} those that were killed. */
  static String of(List<MutantRun> runs, List<Ranked> ranked) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%,d mutants: %,d leaked, %,d did not, %,d failed otherwise, %,d hung.%n%n",
            runs.size(),
            count(runs, End.KILLED),
            count(runs, End.EQUIVALENT),
            count(runs, End.CRASHED),
            count(runs, End.HUNG)));
    table.append(
        """
        | mutants that leaked | number | first | among three | class among three | first, any group | high, of these right | medium, of these right | lines to read, median | not in the text |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        """);
    row(table, "sometimes or by exception", ranked, one -> PARTLY.contains(bug(one)));
    row(table, "always", ranked, one -> WHOLLY.contains(bug(one)));
    row(table, "one release too many", ranked, one -> bug(one).isOverRelease());
    rows(table, ranked, one -> bug(one).words);
    rows(table, ranked, one -> one.run.mutant().library());
    table.append("\n| why not among three | number |\n| --- | ---: |\n");
    for (Miss miss : Miss.values()) {
      if (miss != Miss.NONE) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %d |%n",
                miss.text,
                count(ranked, one -> one.rank.miss() == miss)));
      }
    }
    return table.toString();
  }

  private static Bug bug(Ranked one) {
    return one.run.mutant().bug();
  }

  private static void rows(
      StringBuilder table, List<Ranked> ranked, Function<Ranked, String> label) {
    Map<String, Boolean> labels = new TreeMap<>();
    ranked.forEach(one -> labels.put(label.apply(one), true));
    labels.keySet().forEach(name -> row(table, name, ranked, one -> label.apply(one).equals(name)));
  }

  private static void row(
      StringBuilder table, String label, List<Ranked> all, Predicate<Ranked> which) {
    List<Ranked> ranked = all.stream().filter(which).toList();
    if (ranked.isEmpty()) {
      return;
    }
    int[] lines =
        ranked.stream().mapToInt(one -> one.rank.lines()).filter(n -> n > 0).sorted().toArray();
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %s | %s | %s | %s | %s | %s | %s | %d |%n",
            label,
            ranked.size(),
            percent(ranked, one -> one.rank.first() == 1),
            percent(ranked, one -> one.rank.first() >= 1 && one.rank.first() <= TOP),
            percent(ranked, one -> one.rank.ofClass() >= 1 && one.rank.ofClass() <= TOP),
            percent(ranked, one -> one.rank.any() == 1),
            right(ranked, "high"),
            right(ranked, "medium"),
            lines.length == 0 ? "-" : Integer.toString(lines[lines.length / 2]),
            ranked.size() - lines.length));
  }

  /** Of how many first suspects the report is so sure, and how many of them are right. */
  private static String right(List<Ranked> ranked, String confidence) {
    List<Ranked> sure =
        ranked.stream().filter(one -> one.rank.confidence().equals(confidence)).toList();
    return sure.size() + ", " + count(sure, one -> one.rank.first() == 1);
  }

  private static String percent(List<Ranked> ranked, Predicate<Ranked> which) {
    return String.format(Locale.ROOT, "%.0f %%", 100.0 * count(ranked, which) / ranked.size());
  }

  private static long count(List<Ranked> ranked, Predicate<Ranked> which) {
    return ranked.stream().filter(which).count();
  }

  private static long count(List<MutantRun> runs, End end) {
    return runs.stream().filter(run -> run.end() == end).count();
  }
}
