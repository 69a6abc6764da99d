package dev.rollcall.report.table;

import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table together with what makes its rows: each column stands beside how its value is found.
 *
 * @param <T> what a row is made of, beside whose it is
 */
final class Sheet<T> {
  /** How a value is found. */
  @FunctionalInterface
  interface Value<T> {
    @Nullable Object of(T thing);
  }

  private final Table table;
  private final List<Value<T>> values;

  private Sheet(Builder<T> of) {
    table = new Table(of.name, of.meaning, of.columns);
    values = List.copyOf(of.values);
  }

  Table table() {
    return table;
  }

  Row row(Whose whose, T thing) {
    List<@Nullable Object> row = new ArrayList<>(whose.values());
    for (Value<T> value : values) {
      row.add(value.of(thing));
    }
    return new Row(row);
  }

  List<Row> rows(Whose whose, List<T> things) {
    return things.stream().map(thing -> row(whose, thing)).toList();
  }

  /** A table whose rows are of one JVM each. */
  static <T> Builder<T> of(String name, String meaning) {
    return new Builder<>(name, meaning, Whose.COLUMNS);
  }

  /** A table that may have rows of which it is not known whose they are. */
  static <T> Builder<T> ofAny(String name, String meaning) {
    return new Builder<>(name, meaning, Whose.COLUMNS_OF_ANY);
  }

  /** Adds one column after the other. */
  static final class Builder<T> {
    private final String name;
    private final String meaning;
    private final List<Column> columns;
    private final List<Value<T>> values = new ArrayList<>();

    private Builder(String name, String meaning, List<Column> first) {
      this.name = name;
      this.meaning = meaning;
      this.columns = new ArrayList<>(first);
    }

    /** A column that every row has a value in. */
    Builder<T> all(String column, Kind kind, String says, Value<T> value) {
      return add(new Column(column, kind, false, says), value);
    }

    /** A column that a row may have no value in. */
    Builder<T> some(String column, Kind kind, String says, Value<T> value) {
      return add(new Column(column, kind, true, says), value);
    }

    /** The columns of a frame. */
    Builder<T> frame(String of, Function<T, @Nullable StackTraceElement> frame) {
      return some("class", Kind.TEXT, "class of " + of, Places.of(frame, Places::className))
          .some("method", Kind.TEXT, "its method", Places.of(frame, Places::method))
          .some("file", Kind.TEXT, "its source file", Places.of(frame, Places::file))
          .some("line", Kind.INTEGER, "its line", Places.of(frame, Places::line));
    }

    /** The columns of a stack. */
    Builder<T> site(String of, Function<T, Site> site) {
      return all(
              "site",
              Kind.FRAMES,
              of + ", innermost frame first; empty where it is not known",
              thing -> site.apply(thing).frames())
          .all(
              "site_text",
              Kind.TEXT,
              "the same as text, a frame a line",
              thing -> Places.text(site.apply(thing)));
    }

    private Builder<T> add(Column column, Value<T> value) {
      columns.add(column);
      values.add(value);
      return this;
    }

    Sheet<T> made() {
      return new Sheet<>(this);
    }
  }
}
