package dev.rollcall.soak;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the soak itself has done, by the name of the type. Safe for use by several threads. */
final class Tally {
  private final Map<String, Counts> byType = new ConcurrentHashMap<>();

  /** The counts of one type. */
  static final class Counts {
    final AtomicLong begun = new AtomicLong();
    final AtomicLong ended = new AtomicLong();

    /** How many are left. */
    long left() {
      return begun.get() - ended.get();
    }
  }

  void begun(Class<?> type) {
    of(type.getTypeName()).begun.incrementAndGet();
  }

  void ended(Class<?> type) {
    of(type.getTypeName()).ended.incrementAndGet();
  }

  /** Some that have begun and ended. */
  void add(Class<?> type, int lives) {
    of(type.getTypeName()).begun.addAndGet(lives);
    of(type.getTypeName()).ended.addAndGet(lives);
  }

  private Counts of(String type) {
    return byType.computeIfAbsent(type, name -> new Counts());
  }

  /** All types, in the order of their names. */
  Map<String, Counts> byType() {
    return new TreeMap<>(byType);
  }

  long begun() {
    return byType.values().stream().mapToLong(counts -> counts.begun.get()).sum();
  }

  long ended() {
    return byType.values().stream().mapToLong(counts -> counts.ended.get()).sum();
  }

  /** Writes it for {@link #read}. */
  void write(Path file) throws IOException {
    Properties properties = new Properties();
    byType.forEach(
        (type, counts) -> properties.setProperty(type, counts.begun + " " + counts.ended));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "type = begun ended");
    }
  }

  /** What was written. */
  static Tally read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Tally tally = new Tally();
    for (String type : properties.stringPropertyNames()) {
      String[] counts = properties.getProperty(type).split(" ", 2);
      tally.of(type).begun.set(Long.parseLong(counts[0]));
      tally.of(type).ended.set(Long.parseLong(counts[1]));
    }
    return tally;
  }
}
