package dev.rollcall.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was measured on one JDK: for each cell the median of each round. */
final class Results {
  final Machine machine;

  /** One value a round, in the benchmark's own unit (ns, or ms for single shots). */
  private final Map<Measured, List<Double>> times = new LinkedHashMap<>();

  private final Map<Measured, List<Double>> allocations = new LinkedHashMap<>();

  /** Bytes a live resource, by how many are live. */
  final Map<String, Double> memory;

  /** Bytes a life in a recording, by what is recorded. */
  final Map<String, Double> recording;

  private Results(Machine machine, Map<String, Double> memory, Map<String, Double> recording) {
    this.machine = machine;
    this.memory = memory;
    this.recording = recording;
  }

  /** Reads what {@link Suite} and the size programs wrote into a directory. */
  static Results read(Path directory) throws IOException {
    Results results =
        new Results(
            Machine.read(directory.resolve("machine.json")),
            numbers(directory.resolve("memory.json")),
            numbers(directory.resolve("recording.json")));
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("round-")).sorted().toList()) {
        for (Object result : Json.array(Json.read(file))) {
          results.add(Json.object(result));
        }
      }
    }
    return results;
  }

  private static Map<String, Double> numbers(Path file) throws IOException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (Files.exists(file)) {
      Json.object(Json.read(file))
          .forEach((name, value) -> numbers.put(String.valueOf(name), (Double) value));
    }
    return numbers;
  }

  private void add(Map<?, ?> result) {
    String name = String.valueOf(result.get("benchmark"));
    Map<String, String> parameters = new TreeMap<>();
    if (result.get("params") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> parameters.put(String.valueOf(key), String.valueOf(value)));
    }
    Measured cell =
        new Measured(
            name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
            parameters,
            result.get("threads") instanceof Double threads ? threads.intValue() : 1);
    times.computeIfAbsent(cell, key -> new ArrayList<>()).add(median(result.get("primaryMetric")));
    if (result.get("secondaryMetrics") instanceof Map<?, ?> secondary) {
      secondary.forEach(
          (metric, value) -> {
            // Newer and older versions of JMH print the name differently.
            if (String.valueOf(metric).endsWith("gc.alloc.rate.norm")) {
              allocations.computeIfAbsent(cell, key -> new ArrayList<>()).add(median(value));
            }
          });
    }
  }

  private static double median(@Nullable Object metric) {
    List<Double> values = new ArrayList<>();
    if (metric instanceof Map<?, ?> map && map.get("rawData") instanceof List<?> forks) {
      for (Object fork : forks) {
        for (Object value : Json.array(fork)) {
          values.add((Double) value);
        }
      }
    }
    return Numbers.median(values);
  }

  /** The cells of a benchmark that have these values of its parameters, as they were measured. */
  List<Measured> cells(String benchmark, Map<String, String> fixed) {
    return times.keySet().stream().filter(cell -> cell.is(benchmark, fixed)).toList();
  }

  /** The cell of a benchmark that is compared with another; null if it was not measured. */
  @Nullable Measured peer(Measured cell, String benchmark, Map<String, String> fixed) {
    return cells(benchmark, fixed).stream()
        .filter(other -> cell.matches(other, fixed.keySet()))
        .findFirst()
        .orElse(null);
  }

  /** The medians of the rounds. */
  List<Double> times(Measured cell) {
    return times.getOrDefault(cell, List.of());
  }

  /** Bytes allocated by one operation, for each round; empty where that was not measured. */
  List<Double> allocations(Measured cell) {
    return allocations.getOrDefault(cell, List.of());
  }
}
