package dev.rollcall.agents.start;

import dev.rollcall.agents.shop.Shop;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From the start of the process to the first answer of a Spring Boot application, a fat jar. */
final class StartUp {
  private final Setting setting;
  private final int rounds;
  private final Map<Row, Results> results = new LinkedHashMap<>();

  StartUp(Setting setting, int rounds) {
    this.setting = setting;
    this.rounds = rounds;
  }

  /**
   * A way to start it.
   *
   * @param archive which archive of classes, or nothing
   * @param options of java for that
   * @param profiles of the agent, or nothing for no agent
   */
  private record Row(String archive, List<String> options, String profiles) {
    String label() {
      return (profiles.isEmpty() ? "no agent" : profiles)
          + (archive.isEmpty() ? "" : ", " + archive);
    }

    /** What it is compared with. */
    boolean isBaseOf(Row other) {
      return profiles.isEmpty() && archive.equals(other.archive);
    }
  }

  private record Results(Sampled wall, Sampled processor, Sampled memory) {
    Results() {
      this(new Sampled(), new Sampled(), new Sampled());
    }
  }

  /** Measures, and makes the table. */
  String table() throws IOException, InterruptedException {
    List<Row> rows = rows();
    for (Row row : rows) {
      results.put(row, new Results());
      if (rounds > 1) {
        start(row, new Results()); // the file system is warm
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (Row row : Turn.of(rows, round)) {
        start(row, of(row));
      }
    }
    StringBuilder table = new StringBuilder();
    table.append("Start-up of a Spring Boot application to its first answer, ");
    table.append(rounds).append(" rounds, medians (± half the distance of the quartiles).\n\n");
    table.append("| profiles | ms | against none | CPU ms | against none | MB at most |\n");
    table.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    for (Row row : rows) {
      Results found = of(row);
      Results base = of(rows.stream().filter(each -> each.isBaseOf(row)).findFirst().orElseThrow());
      table.append(
          "| %s | %.0f ± %.1f %% | %s | %.0f ± %.1f %% | %s | %.0f |%n"
              .formatted(
                  row.label(),
                  found.wall.median(),
                  found.wall.spread(),
                  against(found.wall, base.wall),
                  found.processor.median(),
                  found.processor.spread(),
                  against(found.processor, base.processor),
                  found.memory.median()));
    }
    return table.toString();
  }

  private Results of(Row row) {
    return Objects.requireNonNull(results.get(row));
  }

  private static String against(Sampled found, Sampled base) {
    return found == base ? "" : "%+.1f %%".formatted(100 * (found.median() / base.median() - 1));
  }

  private List<Row> rows() throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (String profiles :
        List.of(
            "",
            "files",
            "sockets",
            "selectors",
            "jdbc",
            "executors",
            "processes",
            Setting.USUAL,
            "all")) {
      rows.add(new Row("", List.of(), profiles));
    }
    archived(rows, "CDS", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=");
    if (setting.feature() >= 25) {
      archived(rows, "AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=");
    }
    return rows;
  }

  /** With an archive that was made without the agent. */
  private void archived(List<Row> rows, String name, String making, String using)
      throws IOException, InterruptedException {
    Path archive = setting.directory().resolve(name.replace(' ', '-'));
    Files.deleteIfExists(archive);
    start(new Row(name, List.of(making + archive), ""), new Results());
    if (!Files.exists(archive)) {
      throw new IllegalStateException("no archive was made: " + archive);
    }
    rows.add(new Row(name, List.of(using + archive), ""));
    rows.add(new Row(name, List.of(using + archive), Setting.USUAL));
  }

  private void start(Row row, Results into) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(row.options());
    arguments.addAll(setting.agent(row.profiles()));
    arguments.addAll(List.of("-jar", Shop.jar().toString()));
    ProcessBuilder java = setting.java(arguments);
    long begin = System.nanoTime();
    Process process = java.start();
    try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder all = new StringBuilder();
      while (all.indexOf("Started Shop") < 0) {
        String line = printed.readLine();
        if (line == null) {
          throw new IllegalStateException("the shop did not start, " + row.label() + ":\n" + all);
        }
        all.append(line).append('\n');
      }
      String answer = Shop.visit(Shop.port(all.toString()), "lamp");
      into.wall().add((System.nanoTime() - begin) / 1e6);
      if (!answer.equals("200 lamp: 3")) {
        throw new IllegalStateException("the shop answered " + answer + ", " + row.label());
      }
      Duration processor = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
      into.processor().add((double) processor.toMillis());
      into.memory().add(megabytes(process));
      process.toHandle().destroy(); // process.destroy() would close what is read here
      while (printed.readLine() != null) {
        // until it has ended
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** The most memory it had at once, by Linux; 0 elsewhere. */
  private static double megabytes(Process process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return 0;
  }
}
