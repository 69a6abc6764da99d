package dev.rollcall.report.table;

import dev.rollcall.common.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose a row is: what every table begins with.
 *
 * @param jvm the key of the JVM; null where it is not known whose it is
 */
record Whose(@Nullable String jvm, Labels labels) {
  /** Labels that have columns of their own; the others are in the table of the JVMs only. */
  private static final List<String> LABELS =
      List.of(
          "service",
          "version",
          "instance",
          "environment",
          "namespace",
          "pod",
          "node",
          "container",
          "cluster");

  static final List<Column> COLUMNS = columns(false);

  static final List<Column> COLUMNS_OF_ANY = columns(true);

  private static List<Column> columns(boolean ofAny) {
    Column jvm =
        new Column(
            "jvm",
            Kind.TEXT,
            ofAny,
            "key of the JVM, 16 hex digits: the same however often its recordings are read");
    return Stream.concat(
            Stream.of(jvm),
            LABELS.stream()
                .map(label -> new Column(label, Kind.TEXT, true, "its label `" + label + "`")))
        .toList();
  }

  List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(jvm);
    LABELS.forEach(label -> values.add(labels.values().get(label)));
    return values;
  }
}
