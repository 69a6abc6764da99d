package dev.rollcall.fleet;

import dev.rollcall.report.table.Row;
import dev.rollcall.report.table.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that go into one partition of a table, in their order.
 *
 * @param table its name
 */
record TableRows(String table, LocalDate date, List<org.apache.spark.sql.Row> rows)
    implements Serializable {
  static TableRows of(Table table, LocalDate date, List<Row> rows) {
    SparkTable spark = new SparkTable(table);
    List<org.apache.spark.sql.Row> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(spark.row(row, date, all.size()));
    }
    return new TableRows(table.name(), date, all);
  }
}
