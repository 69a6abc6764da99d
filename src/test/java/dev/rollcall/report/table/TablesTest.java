package dev.rollcall.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schema, and the page of the manual that describes it. */
final class TablesTest {
  private static final Path MANUAL = Path.of("src/site/markdown/tables.md");

  private static final int OF_ALL = Whose.COLUMNS.size();

  @Test
  void theTablesAreThoseOfTheManualAndTheJvmsComeLast() {
    assertThat(Tables.all())
        .extracting(Table::name)
        .containsExactly("cause", "group", "suspect", "resource", "step", "loss", "jvm");
    assertThat(Tables.SCHEMA_VERSION).isEqualTo(1);
  }

  @Test
  void everyTableBeginsWithWhoseARowIs() {
    for (Table table : Tables.all()) {
      List<Column> first = table.columns().subList(0, OF_ALL);
      assertThat(first)
          .isEqualTo(table.name().equals("loss") ? Whose.COLUMNS_OF_ANY : Whose.COLUMNS);
    }
    assertThat(Whose.COLUMNS.get(0).optional()).isFalse();
    assertThat(Whose.COLUMNS_OF_ANY.get(0).optional()).isTrue();
  }

  @Test
  void columnsAreCalledInOneWayEverywhere() {
    for (Table table : Tables.all()) {
      assertThat(table.columns())
          .extracting(Column::name)
          .doesNotHaveDuplicates()
          .doesNotContain("date")
          .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
      assertThat(table.columns())
          .allSatisfy(column -> assertThat(column.meaning()).isNotBlank().doesNotEndWith("."));
    }
  }

  /** If this fails, put what it expects into the page, or the page is no longer true. */
  @Test
  void theManualDescribesEveryTableAndColumn() throws Exception {
    String manual = Files.readString(MANUAL);

    assertThat(manual).contains("schema version " + Tables.SCHEMA_VERSION);
    assertThat(manual).contains(columns(Whose.COLUMNS));
    for (Table table : Tables.all()) {
      assertThat(manual)
          .contains(
              "### `"
                  + table.name()
                  + "`\n\n"
                  + table.meaning()
                  + "\n\n"
                  + columns(table.columns().subList(OF_ALL, table.columns().size())));
    }
    Set<String> words =
        Set.of("text", "integer", "real", "flag", "time", "texts", "labels", "frames");
    assertThat(words).hasSize(Kind.values().length);
    for (Kind kind : Kind.values()) {
      assertThat(manual).contains("| " + kind.word() + " | ");
    }
  }

  private static String columns(List<Column> columns) {
    StringBuilder text = new StringBuilder("| column | kind | meaning |\n| --- | --- | --- |\n");
    for (Column column : columns) {
      text.append("| `")
          .append(column.name())
          .append("` | ")
          .append(column.kind().word())
          .append(column.optional() ? " or null" : "")
          .append(" | ")
          .append(column.meaning())
          .append(" |\n");
    }
    return text.toString();
  }
}
