package dev.rollcall.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs commands in turns, and prints how long each took: {@code jfr summary} of a recording, and
 * reports of it in several ways. Run by {@code tools/start}, in a JVM that compiles this one file.
 */
public final class StartTable {
  /** What the launcher may take of what {@code jfr summary} takes. */
  private static final double TARGET = 1.5;

  private static final String PEER = "jfr summary";
  private static final String OURS = "tools/rollcall report";

  private StartTable() {}

  /**
   * Arguments: rounds; the recording; what goes before java and jfr, may be empty; the checkout.
   */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    String file = args[1];
    String bin = args[2];
    Path home = Path.of(args[3]);
    Path jar = newestJar(home.resolve("target"));
    String launcher = home.resolve("tools/rollcall").toString();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put(PEER, List.of(bin + "jfr", "summary", file));
    commands.put(OURS, List.of(launcher, "report", file));
    commands.put(
        OURS + ", without an archive",
        List.of("env", "ROLLCALL_ARCHIVE=off", launcher, "report", file));
    commands.put(
        "java -jar ... report", List.of(bin + "java", "-jar", jar.toString(), "report", file));
    Map<String, List<Long>> nanos = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        long took = run(command.getValue());
        // The first of each finds the disk's cache cold.
        if (round >= 0) {
          nanos.computeIfAbsent(command.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
    }
    print(nanos, Files.size(Path.of(file)));
  }

  private static Path newestJar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("-cli.jar"))
          .max(
              (one, other) ->
                  Long.compare(one.toFile().lastModified(), other.toFile().lastModified()))
          .orElseThrow();
    }
  }

  private static long run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    int status = builder.start().waitFor();
    long took = System.nanoTime() - start;
    if (status > 1 && status != 4) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
    }
    return took;
  }

  private static void print(Map<String, List<Long>> nanos, long bytes) {
    System.out.printf(
        Locale.ROOT,
        "A recording of %,d kB on Java %s, %d processors, medians of %d:%n%n",
        bytes / 1000,
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        nanos.getOrDefault(PEER, List.of()).size());
    System.out.println("| command | ms | of jfr summary | target |");
    System.out.println("| --- | --- | --- | --- |");
    double peer = median(nanos.getOrDefault(PEER, List.of()));
    nanos.forEach(
        (name, all) -> {
          double ratio = median(all) / peer;
          System.out.printf(
              Locale.ROOT,
              "| `%s` | %.0f | %.2f | %s |%n",
              name,
              median(all) / 1e6,
              ratio,
              name.equals(OURS) ? TARGET + (ratio <= TARGET ? ": reached" : ": missed") : "");
        });
  }

  private static double median(List<Long> all) {
    List<Long> sorted = all.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }
}
