package dev.rollcall.report.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written to one file of each table: the JVMs of one date.
 *
 * @param jvms at least one, by their keys
 */
public record Part(LocalDate date, List<JvmTables> jvms) {
  private static final int KEY_BYTES = 8;

  public Part {
    jvms = jvms.stream().sorted(Comparator.comparing(JvmTables::jvm)).toList();
  }

  /** The parts that JVMs are in, the earliest first; the order of the JVMs does not matter. */
  public static List<Part> of(Collection<JvmTables> jvms) {
    SortedMap<LocalDate, List<JvmTables>> dates = new TreeMap<>();
    jvms.forEach(jvm -> dates.computeIfAbsent(jvm.date(), date -> new ArrayList<>()).add(jvm));
    return dates.entrySet().stream()
        .map(entry -> new Part(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Made of the keys of its JVMs, so that the same JVMs go to the same file. */
  public String key() {
    String keys = jvms.stream().map(JvmTables::jvm).collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(keys.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has it", e);
    }
  }

  /** The directory of it in a table, with / between its parts. */
  public String directory(Table table) {
    return table.name() + "/date=" + date;
  }

  /** The name of its file, without an ending. */
  public String name() {
    return "part-" + key();
  }

  /** Its rows in a table, in order. */
  public Stream<Row> rows(Table table) {
    return jvms.stream().flatMap(jvm -> jvm.rows(table).stream());
  }
}
