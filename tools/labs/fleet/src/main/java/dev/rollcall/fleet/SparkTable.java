package dev.rollcall.fleet;

import dev.rollcall.report.table.Column;
import dev.rollcall.report.table.Kind;
import dev.rollcall.report.table.Row;
import dev.rollcall.report.table.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** A table and its rows in Spark's types, with the day that a row is of, and its place there. */
final class SparkTable {
  static final String DATE = "date";

  /** Where a row stands among those of its JVM. It is for sorting, and in no file. */
  static final String PLACE = "_place";

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private static final StructType FRAME =
      DataTypes.createStructType(
          List.of(
              DataTypes.createStructField("class", DataTypes.StringType, false),
              DataTypes.createStructField("method", DataTypes.StringType, false),
              DataTypes.createStructField("file", DataTypes.StringType, true),
              DataTypes.createStructField("line", DataTypes.LongType, true)));

  private final Table table;

  SparkTable(Table table) {
    this.table = table;
  }

  StructType schema() {
    List<StructField> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      fields.add(
          DataTypes.createStructField(column.name(), type(column.kind()), column.optional()));
    }
    fields.add(DataTypes.createStructField(DATE, DataTypes.DateType, false));
    fields.add(DataTypes.createStructField(PLACE, DataTypes.IntegerType, false));
    return DataTypes.createStructType(fields);
  }

  org.apache.spark.sql.Row row(Row row, LocalDate date, int place) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Object value = row.values().get(i);
      values.add(value == null ? null : value(table.columns().get(i).kind(), value));
    }
    values.add(Date.valueOf(date));
    values.add(place);
    return RowFactory.create(values.toArray());
  }

  private static DataType type(Kind kind) {
    return switch (kind) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.LongType;
      case REAL -> DataTypes.DoubleType;
      case FLAG -> DataTypes.BooleanType;
      case TIME -> DataTypes.TimestampType;
      case TEXTS -> DataTypes.createArrayType(DataTypes.StringType, false);
      case LABELS -> DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, false);
      case FRAMES -> DataTypes.createArrayType(FRAME, false);
    };
  }

  private static Object value(Kind kind, Object value) {
    return switch (kind) {
      case TEXT, INTEGER, REAL, FLAG -> value;
      case TIME -> timestamp((Long) value);
      case TEXTS -> ((Collection<?>) value).toArray(String[]::new);
      case LABELS -> CollectionConverters.asScala((Map<?, ?>) value);
      case FRAMES ->
          ((Collection<?>) value)
              .stream().map(SparkTable::frame).toArray(org.apache.spark.sql.Row[]::new);
    };
  }

  private static Timestamp timestamp(long nanos) {
    return Timestamp.from(
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND)));
  }

  private static org.apache.spark.sql.Row frame(Object value) {
    StackTraceElement frame = (StackTraceElement) value;
    Long line = frame.getLineNumber() > 0 ? Long.valueOf(frame.getLineNumber()) : null;
    return RowFactory.create(
        frame.getClassName(), frame.getMethodName(), frame.getFileName(), line);
  }
}
