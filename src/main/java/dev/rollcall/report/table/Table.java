package dev.rollcall.report.table;

import java.util.List;

/**
 * A table.
 *
 * @param meaning what a row is of, as the manual has it
 * @param columns all but the date, which is that of the partition that a row is in
 */
public record Table(String name, String meaning, List<Column> columns) {
  public Table {
    columns = List.copyOf(columns);
  }
}
