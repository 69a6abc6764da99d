package dev.rollcall.report.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.report.table.Column;
import dev.rollcall.report.table.Row;
import dev.rollcall.report.table.Table;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes rows as records, value by value. */
final class RowWriter extends WriteSupport<Row> {
  private static final long NANOS_PER_MICRO = 1_000;

  private final Table table;
  private @Nullable RecordConsumer consumer;

  RowWriter(Table table) {
    this.table = table;
  }

  @Override
  public String getName() {
    return "rollcall";
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetSchema.of(table), Map.of());
  }

  @Override
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetSchema.of(table), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer to) {
    consumer = to;
  }

  @Override
  public void write(Row row) {
    RecordConsumer out = Objects.requireNonNull(consumer);
    out.startMessage();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      Object value = row.values().get(i);
      if (value != null) {
        out.startField(column.name(), i);
        value(out, column, value);
        out.endField(column.name(), i);
      }
    }
    out.endMessage();
  }

  private static void value(RecordConsumer out, Column column, Object value) {
    switch (column.kind()) {
      case TEXT -> text(out, (String) value);
      case INTEGER -> out.addLong((Long) value);
      case REAL -> out.addDouble((Double) value);
      case FLAG -> out.addBoolean((Boolean) value);
      case TIME -> out.addLong(Math.floorDiv((Long) value, NANOS_PER_MICRO));
      case TEXTS ->
          repeated(
              out,
              ParquetSchema.LIST,
              (Collection<?>) value,
              one -> field(out, ParquetSchema.ELEMENT, 0, () -> text(out, (String) one)));
      case LABELS ->
          repeated(
              out,
              ParquetSchema.ENTRY,
              ((Map<?, ?>) value).entrySet(),
              entry -> {
                field(out, ParquetSchema.KEY, 0, () -> text(out, (String) entry.getKey()));
                field(out, ParquetSchema.VALUE, 1, () -> text(out, (String) entry.getValue()));
              });
      case FRAMES ->
          repeated(
              out,
              ParquetSchema.LIST,
              (Collection<?>) value,
              one ->
                  field(out, ParquetSchema.ELEMENT, 0, () -> frame(out, (StackTraceElement) one)));
    }
  }

  /** A list or a map: a group of a group that is repeated. */
  private static <T> void repeated(
      RecordConsumer out, String name, Collection<T> all, Consumer<T> write) {
    out.startGroup();
    if (!all.isEmpty()) {
      out.startField(name, 0);
      for (T one : all) {
        out.startGroup();
        write.accept(one);
        out.endGroup();
      }
      out.endField(name, 0);
    }
    out.endGroup();
  }

  private static void field(RecordConsumer out, String name, int index, Runnable write) {
    out.startField(name, index);
    write.run();
    out.endField(name, index);
  }

  private static void frame(RecordConsumer out, StackTraceElement frame) {
    out.startGroup();
    field(out, "class", 0, () -> text(out, frame.getClassName()));
    field(out, "method", 1, () -> text(out, frame.getMethodName()));
    String file = frame.getFileName();
    if (file != null) {
      field(out, "file", 2, () -> text(out, file));
    }
    if (frame.getLineNumber() >= 0) {
      field(out, "line", 3, () -> out.addLong(frame.getLineNumber()));
    }
    out.endGroup();
  }

  /** As bytes of ours: half a character, as a recording may hold, becomes a question mark. */
  private static void text(RecordConsumer out, String text) {
    out.addBinary(Binary.fromConstantByteArray(text.getBytes(UTF_8)));
  }
}
