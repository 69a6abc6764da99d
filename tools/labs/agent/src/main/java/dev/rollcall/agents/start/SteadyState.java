package dev.rollcall.agents.start;

import dev.rollcall.agents.start.program.Steady;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What single operations cost in a JVM that is warm. */
final class SteadyState {
  private final Setting setting;
  private final int rounds;
  private final int batches;

  SteadyState(Setting setting, int rounds, int batches) {
    this.setting = setting;
    this.rounds = rounds;
    this.batches = batches;
  }

  /**
   * A way to run it.
   *
   * @param label for the table
   * @param options of java
   * @param isByHand whether the program itself registers files with the checker
   */
  private record Column(String label, List<String> options, boolean isByHand) {}

  /** Measures, and makes the table. */
  String table() throws IOException, InterruptedException {
    List<Column> columns = columns();
    Map<Column, Map<String, Sampled>> results = new LinkedHashMap<>();
    Set<String> operations = new LinkedHashSet<>();
    for (int round = 0; round < rounds; round++) {
      for (Column column : Turn.of(columns, round)) {
        Map<String, Sampled> into = results.computeIfAbsent(column, any -> new LinkedHashMap<>());
        run(column)
            .forEach(
                (operation, nanos) -> {
                  operations.add(operation);
                  into.computeIfAbsent(operation, any -> new Sampled()).add(nanos);
                });
      }
    }
    StringBuilder table = new StringBuilder("Nanoseconds of an operation, medians of ");
    table.append(rounds).append(" JVMs each (± half the distance of the quartiles).\n\n|");
    columns.forEach(column -> table.append(" | ").append(column.label()));
    table.append(" |\n| ---").append(" | ---:".repeat(columns.size())).append(" |\n");
    for (String operation : operations) {
      table.append("| ").append(operation);
      for (Column column : columns) {
        Sampled found = Objects.requireNonNull(results.get(column)).get(operation);
        table.append(
            found == null ? " | " : " | %.0f ± %.1f %%".formatted(found.median(), found.spread()));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private List<Column> columns() {
    List<String> agent = setting.agent(Setting.USUAL);
    List<String> recorded = new ArrayList<>(agent);
    recorded.add("-Xlog:jfr*=off");
    recorded.add(
        "-XX:StartFlightRecording:settings=%s,filename=%s"
            .formatted(
                setting.agent().resolveSibling("../jfc/rollcall.jfc").normalize(),
                setting.directory().resolve("steady.jfr")));
    return List.of(
        new Column("no agent", List.of(), false),
        new Column("registered by hand", List.of("-Drollcall.mode=warn"), true),
        new Column("agent", agent, false),
        new Column("agent and recording", recorded, false));
  }

  /** The agent brings the checker along, and who has neither does not need it. */
  private static String classPath(Column column) {
    String all = System.getProperty("java.class.path");
    if (column.isByHand()) {
      return all;
    }
    return Arrays.stream(all.split(File.pathSeparator, -1))
        .filter(entry -> entry.matches(".*/labs/agent/target/classes|.*/h2-[^/]*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Map<String, Double> run(Column column) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(column.options());
    arguments.add("-Xmx256m");
    arguments.add("-cp");
    arguments.add(classPath(column));
    arguments.add(Steady.class.getName());
    arguments.add(String.valueOf(batches));
    arguments.add(String.valueOf(column.isByHand()));
    Map<String, Double> nanos = new LinkedHashMap<>();
    Process process = setting.java(arguments).start();
    try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = printed.readLine()) != null) {
        int equals = line.lastIndexOf('=');
        if (line.matches(".+=[0-9.E]+")) { // the JVM says where its recording is
          nanos.put(line.substring(0, equals), Double.parseDouble(line.substring(equals + 1)));
        }
      }
    }
    int status = process.waitFor();
    if (status != 0 || nanos.isEmpty()) {
      throw new IllegalStateException("the program ended with " + status + ": " + column.label());
    }
    return nanos;
  }
}
