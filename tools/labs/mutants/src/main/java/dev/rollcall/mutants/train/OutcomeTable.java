package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.mutants.train.LeaveOneOut.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How often the guilty one was found, in Markdown: by how much goes wrong, by kind of bug, and by
 * library; beside it what another table of weights finds.
 */
public final class OutcomeTable {
  private static final int TOP = 3;

  private final List<Outcome> learned;
  private final List<Outcome> shipped;

  private OutcomeTable(List<Outcome> learned, List<Outcome> shipped) {
    this.learned = learned;
    this.shipped = shipped;
  }

  /**
   * The tables, without a good run and with one.
   *
   * @param learned by what other libraries teach
   * @param shipped by the table that the product has
   */
  public static String of(List<Outcome> learned, List<Outcome> shipped) {
    return "Without a good run:\n\n"
        + part(learned, shipped, false)
        + "\nWith a good run to compare with:\n\n"
        + part(learned, shipped, true);
  }

  private static String part(List<Outcome> learned, List<Outcome> shipped, boolean good) {
    Predicate<Outcome> isOfPart = outcome -> outcome.example().bug().good() == good;
    return new OutcomeTable(
            learned.stream().filter(isOfPart).toList(), shipped.stream().filter(isOfPart).toList())
        .table();
  }

  private String table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| left out in turn | mutants | first | among three | class among three | high, right"
            + " | medium, right | shipped table: first | among three | class | high, right"
            + " | medium, right |");
    lines.add("| --- |" + " ---: |".repeat(11));
    lines.add(row("all", outcome -> true));
    rows(outcome -> outcome.example().bug().extent(), lines);
    rows(outcome -> outcome.example().bug().kind(), lines);
    rows(outcome -> outcome.example().library(), lines);
    return String.join("\n", lines) + "\n";
  }

  private void rows(Function<Outcome, String> label, List<String> lines) {
    Set<String> labels = new TreeSet<>();
    learned.forEach(outcome -> labels.add(label.apply(outcome)));
    labels.forEach(name -> lines.add(row(name, each -> label.apply(each).equals(name))));
  }

  private String row(String label, Predicate<Outcome> which) {
    List<Outcome> some = learned.stream().filter(which).toList();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s |",
        label,
        some.size(),
        cells(some),
        cells(shipped.stream().filter(which).toList()));
  }

  private static String cells(List<Outcome> outcomes) {
    return String.join(
        " | ",
        percent(outcomes, each -> each.rank() == 1),
        percent(outcomes, each -> isAmongThree(each.rank())),
        percent(outcomes, each -> isAmongThree(each.ofClass())),
        right(outcomes, Confidence.HIGH),
        right(outcomes, Confidence.MEDIUM));
  }

  private static boolean isAmongThree(int rank) {
    return rank >= 1 && rank <= TOP;
  }

  /** How many suspects are so sure, and how many of these are right. */
  private static String right(List<Outcome> outcomes, Confidence level) {
    List<Outcome> sure = outcomes.stream().filter(each -> each.sure() == level).toList();
    return sure.size() + ", " + count(sure, each -> each.rank() == 1);
  }

  private static String percent(List<Outcome> outcomes, Predicate<Outcome> which) {
    return outcomes.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.0f %%", 100.0 * count(outcomes, which) / outcomes.size());
  }

  private static long count(List<Outcome> outcomes, Predicate<Outcome> which) {
    return outcomes.stream().filter(which).count();
  }
}
