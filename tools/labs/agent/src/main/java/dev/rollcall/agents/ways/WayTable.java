package dev.rollcall.agents.ways;

import dev.rollcall.agents.ways.program.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each tool saw of each way, in Markdown. */
final class WayTable {
  private final List<Way> ways;
  private final Map<String, List<String>> columns = new LinkedHashMap<>();

  WayTable(List<Way> ways) {
    this.ways = ways;
  }

  /** Adds a column. */
  void add(String title, List<String> verdicts) {
    columns.put(title, verdicts);
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("| Opened by |");
    columns.keySet().forEach(title -> table.append(' ').append(title).append(" |"));
    table.append("\n| --- |").append(" --- |".repeat(columns.size())).append('\n');
    for (int i = 0; i < ways.size(); i++) {
      table.append("| ").append(ways.get(i).title()).append(" |");
      for (List<String> verdicts : columns.values()) {
        table.append(' ').append(verdicts.get(i)).append(" |");
      }
      table.append('\n');
    }
    table.append("| exact, of those there are |");
    for (List<String> verdicts : columns.values()) {
      long exact = verdicts.stream().filter("yes"::equals).count();
      long all = verdicts.stream().filter(verdict -> !verdict.isEmpty()).count();
      table.append(" %d of %d |".formatted(exact, all));
    }
    return table.append('\n').toString();
  }
}
