package dev.rollcall.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Prints what was measured as Markdown, beside what was promised, and draws the curves: {@code
 * Table SVG-FILE DIRECTORY...}, a directory for each JDK.
 */
public final class Table {
  private static final double MAX_BYTES_LIVE = 64;
  private static final int BUSY = 1_000;

  private final List<Results> jdks;
  private final StringBuilder text = new StringBuilder();

  private Table(List<Results> jdks) {
    this.jdks = jdks;
  }

  /** See {@link Table}. */
  public static void main(String[] args) throws IOException {
    List<Results> jdks = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      jdks.add(Results.read(Path.of(args[i])));
    }
    Table table = new Table(jdks);
    table.machine();
    table.claims(claim -> !claim.target().isEmpty());
    table.memory();
    table.line("");
    table.claims(claim -> claim.target().isEmpty());
    table.line("");
    table.recording();
    System.out.print(table.text);
    Files.writeString(Path.of(args[0]), Curves.draw(jdks));
  }

  private void machine() {
    Machine first = jdks.get(0).machine;
    line(
        "Measured on %s with `tools/bench` on %d cores of %s; JDK %s. Times are medians in ns (ms for"
            + " checks and checkpoints) for one thread's operation, ratios are medians of the rounds'"
            + " ratios with their range. Noisy: trust ratios.",
        first.date(),
        first.cores(),
        first.cpu(),
        String.join(" and ", jdks.stream().map(jdk -> jdk.machine.vm()).toList()));
    line("");
  }

  /** What something was promised of comes first, what is good to know after it. */
  private void claims(Predicate<Claim> wanted) {
    StringBuilder head = new StringBuilder("| what | against | where |");
    StringBuilder rule = new StringBuilder("| --- | --- | --- |");
    for (Results jdk : jdks) {
      head.append(" JDK ").append(jdk.machine.jdk()).append(": ours / theirs | result |");
      rule.append(" ---: | ---: |");
    }
    line("%s", head.append(" target | |"));
    line("%s", rule.append(" --- | --- |"));
    for (Claim claim : Claims.all()) {
      if (wanted.test(claim)) {
        Row.bySide(claim, jdks).forEach((cell, rows) -> claim(claim, cell, rows));
      }
    }
  }

  private void claim(Claim claim, String cell, List<@Nullable Row> rows) {
    StringBuilder line =
        new StringBuilder("| " + claim.text() + " | " + claim.peerText() + " | " + cell + " |");
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < jdks.size(); i++) {
      Row row = rows.get(i);
      if (row == null) {
        line.append(" | |");
        continue;
      }
      boolean reached = claim.isReached(Numbers.median(row.results()));
      if (!reached) {
        missed.add(jdks.get(i).machine.jdk());
      }
      String result =
          claim.kind() == Claim.Kind.ALLOCATION ? row.ours() : Numbers.ratio(row.results());
      line.append(" ").append(row.ours());
      if (!row.peer().isEmpty()) {
        line.append(" / ").append(row.peer());
      }
      line.append(" | ").append(result).append(" |");
    }
    line.append(" ").append(claim.targetText()).append(" | ");
    line("%s%s |", line, claim.target().isEmpty() ? "" : verdict(missed));
  }

  private String verdict(List<String> missed) {
    return missed.isEmpty()
        ? "reached"
        : missed.size() == jdks.size()
            ? "**missed**"
            : "**missed** on " + String.join(", ", missed);
  }

  private void memory() {
    Set<String> numbers = new LinkedHashSet<>();
    jdks.forEach(jdk -> numbers.addAll(jdk.memory.keySet()));
    for (String live : numbers) {
      StringBuilder line =
          new StringBuilder(
              "| warn, no sites: bytes a live resource | | " + Measured.number(live) + " live |");
      List<String> missed = new ArrayList<>();
      for (Results jdk : jdks) {
        Double bytes = jdk.memory.get(live);
        line.append(" | ").append(bytes == null ? "" : Numbers.plain(bytes)).append(" |");
        if (bytes != null && bytes > MAX_BYTES_LIVE) {
          missed.add(jdk.machine.jdk());
        }
      }
      line("%s ≤ %s B | %s |", line, Numbers.round(MAX_BYTES_LIVE), verdict(missed));
    }
  }

  /** How large a recording gets. */
  private void recording() {
    Set<String> choices = new LinkedHashSet<>();
    jdks.forEach(jdk -> choices.addAll(jdk.recording.keySet()));
    if (choices.isEmpty()) {
      return;
    }
    StringBuilder head = new StringBuilder("| recorded of a life with six steps |");
    StringBuilder rule = new StringBuilder("| --- |");
    for (Results jdk : jdks) {
      head.append(" JDK ").append(jdk.machine.jdk()).append(": bytes a life | a day of ");
      head.append(String.format(Locale.ROOT, "%,d", BUSY)).append(" lives/s |");
      rule.append(" ---: | ---: |");
    }
    line("%s", head);
    line("%s", rule);
    for (String choice : choices) {
      StringBuilder line = new StringBuilder("| " + choice + " |");
      for (Results jdk : jdks) {
        Double bytes = jdk.recording.get(choice);
        if (bytes == null) {
          line.append(" | |");
        } else {
          double day = bytes * BUSY * 86_400 / 1e9;
          line.append(String.format(Locale.ROOT, " %.0f | %.1f GB |", bytes, day));
        }
      }
      line("%s", line);
    }
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    text.append('\n');
  }
}
