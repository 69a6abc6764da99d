package dev.rollcall.report.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.rollcall.report.table.Column;
import dev.rollcall.report.table.Table;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The schema of a table in Parquet's own words. */
final class ParquetSchema {
  /** Names of the groups that lists and maps are made of, as the format demands them. */
  static final String LIST = "list";

  static final String ELEMENT = "element";
  static final String ENTRY = "key_value";
  static final String KEY = "key";
  static final String VALUE = "value";

  private ParquetSchema() {}

  static MessageType of(Table table) {
    return new MessageType(
        table.name(), table.columns().stream().map(ParquetSchema::type).toList());
  }

  private static Type type(Column column) {
    Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    String name = column.name();
    return switch (column.kind()) {
      case TEXT -> text(repetition, name);
      case INTEGER -> Types.primitive(INT64, repetition).named(name);
      case REAL -> Types.primitive(DOUBLE, repetition).named(name);
      case FLAG -> Types.primitive(BOOLEAN, repetition).named(name);
      case TIME -> Types.primitive(INT64, repetition).as(timestampType(true, MICROS)).named(name);
      case TEXTS -> list(repetition, name, text(Repetition.REQUIRED, ELEMENT));
      case LABELS ->
          Types.buildGroup(repetition)
              .as(LogicalTypeAnnotation.mapType())
              .addField(
                  Types.repeatedGroup()
                      .addFields(text(Repetition.REQUIRED, KEY), text(Repetition.REQUIRED, VALUE))
                      .named(ENTRY))
              .named(name);
      case FRAMES ->
          list(
              repetition,
              name,
              Types.requiredGroup()
                  .addFields(
                      text(Repetition.REQUIRED, "class"),
                      text(Repetition.REQUIRED, "method"),
                      text(Repetition.OPTIONAL, "file"),
                      Types.optional(INT64).named("line"))
                  .named(ELEMENT));
    };
  }

  private static PrimitiveType text(Repetition repetition, String name) {
    return Types.primitive(BINARY, repetition).as(stringType()).named(name);
  }

  private static Type list(Repetition repetition, String name, Type element) {
    return Types.buildGroup(repetition)
        .as(LogicalTypeAnnotation.listType())
        .addField(Types.repeatedGroup().addField(element).named(LIST))
        .named(name);
  }
}
