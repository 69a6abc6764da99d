package dev.rollcall.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A profile's stacks, each with its number of samples: the thread, then the frames from the
 * outermost to the innermost, divided by semicolons.
 */
final class FoldedStacks {
  private record Stack(List<String> frames, long samples) {
    String thread() {
      return frames.get(0);
    }

    String innermost() {
      return frames.get(frames.size() - 1);
    }

    boolean has(String part) {
      return frames.stream().anyMatch(frame -> frame.contains(part));
    }
  }

  /** Native frames of JFR that walk a stack, or look up what it refers to. */
  private static final List<String> WALKS =
      List.of("JfrStackTrace", "JfrStacktrace", "JfrVframe", "vframeStream");

  private static final String EVENTS = "events";

  /** Whose each innermost package is. Those of the JDK are their caller's. */
  private static final Map<String, String> OWNERS =
      Map.of(
          "dev.rollcall.event.", EVENTS,
          "jdk.jfr.", EVENTS,
          "dev.rollcall.netty.", "Rollcall's allocator and buffers",
          "dev.rollcall.load.", "the server",
          "dev.rollcall.", "Rollcall's map and counters",
          "io.netty.", "the server",
          "io.grpc.", "the server");

  private final List<Stack> stacks;

  private FoldedStacks(List<Stack> stacks) {
    this.stacks = stacks;
  }

  static FoldedStacks read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  static FoldedStacks of(List<String> lines) {
    List<Stack> stacks = new ArrayList<>();
    for (String line : lines) {
      int end = line.lastIndexOf(' ');
      stacks.add(
          new Stack(
              Arrays.asList(line.substring(0, end).split(";", -1)),
              Long.parseLong(line.substring(end + 1))));
    }
    return new FoldedStacks(stacks);
  }

  long samples() {
    return stacks.stream().mapToLong(Stack::samples).sum();
  }

  /** Samples by who had the time, most first. */
  List<Map.Entry<String, Long>> byOwner() {
    return counted(FoldedStacks::owner);
  }

  /** Samples by innermost frame, most first. */
  List<Map.Entry<String, Long>> bySelf() {
    return counted(Stack::innermost);
  }

  private List<Map.Entry<String, Long>> counted(Function<Stack, String> key) {
    Map<String, Long> counts = new HashMap<>();
    for (Stack stack : stacks) {
      counts.merge(key.apply(stack), stack.samples, Long::sum);
    }
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Collections.reverseOrder(Map.Entry.<String, Long>comparingByValue())
            .thenComparing(Map.Entry.comparingByKey()));
    return sorted;
  }

  private static String owner(Stack stack) {
    String thread = stack.thread();
    if (thread.startsWith("[JFR") || thread.contains("JFR ")) {
      return "JFR's own threads";
    }
    if (thread.contains("CompilerThre")) {
      return "compilers";
    }
    if (thread.startsWith("[G1") || thread.startsWith("[GC") || thread.startsWith("[VM ")) {
      return "the JVM's threads";
    }
    if (stack.has("Throwable.fillInStackTrace")) {
      return "stacks of Throwables";
    }
    if (WALKS.stream().anyMatch(stack::has)) {
      return "stacks of events";
    }
    for (int i = stack.frames.size() - 1; i > 0; i--) {
      String frame = stack.frames.get(i);
      String owner =
          OWNERS.keySet().stream()
              .filter(frame::startsWith)
              .max(java.util.Comparator.comparingInt(String::length))
              .map(OWNERS::get)
              .orElse(null);
      if (owner != null) {
        return owner;
      }
    }
    return "the rest";
  }
}
