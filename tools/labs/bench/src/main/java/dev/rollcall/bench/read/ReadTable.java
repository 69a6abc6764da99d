package dev.rollcall.bench.read;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets each reader read the same file in turn, several rounds of it, each time in a JVM of its own,
 * and prints a table: {@code ReadTable FILE ROUNDS}.
 */
public final class ReadTable {
  private static final double MILLIS = 1_000;
  private static final double MIB = 1 << 20;

  /** So much longer than the parser that drops everything may a whole report take. */
  private static final double TARGET = 1.25;

  private record Read(long events, long millis, long peakMib) {}

  private ReadTable() {}

  /** See {@link ReadTable}. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Map<Reader, List<Read>> reads = new EnumMap<>(Reader.class);
    for (int round = 1; round <= rounds; round++) {
      for (Reader reader : Reader.values()) {
        System.err.println("bench: round " + round + ": " + reader.label);
        reads.computeIfAbsent(reader, r -> new ArrayList<>()).add(read(reader, file));
      }
    }
    print(reads, Files.size(file));
  }

  private static Read read(Reader reader, Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.add("-Xmx" + reader.heap);
    if (reader.isOurs()) {
      command.addAll(List.of(System.getProperty("reading", "").split(" ", -1)));
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ReadOnce.class.getName(),
            reader.name(),
            file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException(reader.label + " failed");
    }
    String[] numbers = out.trim().split(" ", -1);
    return new Read(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  private static void print(Map<Reader, List<Read>> reads, long bytes) {
    List<Read> ofOurs = reads.getOrDefault(Reader.ROLLCALL, List.of());
    Read first = ofOurs.get(0);
    System.out.printf(
        Locale.ROOT,
        "%,d Rollcall events in %.0f MiB, JDK %s; medians of %d rounds, time in the process.%n%n",
        first.events,
        bytes / MIB,
        System.getProperty("java.version"),
        ofOurs.size());
    System.out.println(
        "| reader | seconds | events/s | time, Rollcall / it | heap, `-Xmx` | peak | target |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
    double ours = median(ofOurs);
    reads.forEach(
        (reader, each) -> {
          double millis = median(each);
          Read read = each.get(0);
          if (read.events != first.events) {
            throw new IllegalStateException(reader.label + " saw " + read.events + " events");
          }
          System.out.printf(
              Locale.ROOT,
              "| %s | %.1f | %.2f M | %.2f | %s | %,d MiB | %s |%n",
              reader.label,
              millis / MILLIS,
              read.events / millis / MILLIS,
              ours / millis,
              reader.heap,
              each.stream().mapToLong(Read::peakMib).max().orElse(0),
              reader == Reader.JMC_DROPPING ? target(ours / millis) : "");
        });
  }

  private static String target(double ratio) {
    return TARGET + (ratio <= TARGET ? ": reached" : ": **missed**");
  }

  private static double median(List<Read> reads) {
    List<Long> sorted = reads.stream().map(Read::millis).sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }
}
