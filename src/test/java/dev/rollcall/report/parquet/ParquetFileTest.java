package dev.rollcall.report.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.rollcall.report.Hostile;
import dev.rollcall.report.table.Column;
import dev.rollcall.report.table.Kind;
import dev.rollcall.report.table.Row;
import dev.rollcall.report.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParquetFileTest {
  /** A column of each kind that every row has, and one that it may lack. */
  private static final Table EVERYTHING =
      new Table(
          "everything",
          "all kinds",
          Arrays.stream(Kind.values())
              .flatMap(
                  kind ->
                      Stream.of(
                          new Column(kind.word(), kind, false, "all"),
                          new Column("perhaps_" + kind.word(), kind, true, "some")))
              .toList());

  @TempDir private Path directory = Path.of("");

  private static byte[] bytes(Table table, List<Row> rows, Map<String, String> notes)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ParquetFile.write(table, rows.iterator(), new TreeMap<>(notes), out))
        .isEqualTo(rows.size());
    return out.toByteArray();
  }

  private List<Map<String, Object>> readBack(Table table, List<Row> rows) throws IOException {
    Path file = directory.resolve("table.parquet");
    Files.write(file, bytes(table, rows, Map.of()));
    return ReadParquet.rows(file);
  }

  private static Object value(Kind kind, String text) {
    return switch (kind) {
      case TEXT -> text;
      case INTEGER -> Long.MIN_VALUE;
      case REAL -> 0.25;
      case FLAG -> true;
      case TIME -> 1_764_000_000_000_001_999L;
      case TEXTS -> List.of(text, "", text);
      case LABELS -> new TreeMap<>(Map.of("b", text, "a", ""));
      case FRAMES ->
          List.of(
              new StackTraceElement("a.B", text, "B.java", 42),
              new StackTraceElement("c.D", "e", null, -2));
    };
  }

  private static Object readAs(Kind kind, String text) {
    return switch (kind) {
      case TIME -> 1_764_000_000_000_001L;
      case FRAMES ->
          List.of(
              Map.of("class", "a.B", "method", text, "file", "B.java", "line", 42L),
              Map.of("class", "c.D", "method", "e"));
      default -> value(kind, text);
    };
  }

  @Test
  void everyKindOfValueIsReadBack() throws Exception {
    Row whole =
        new Row(
            EVERYTHING.columns().stream().map(column -> value(column.kind(), "päivää")).toList());
    Row least =
        new Row(
            EVERYTHING.columns().stream()
                .map(column -> column.optional() ? null : empty(column.kind()))
                .toList());

    List<Map<String, Object>> rows = readBack(EVERYTHING, List.of(whole, least));

    assertThat(rows).hasSize(2);
    for (Column column : EVERYTHING.columns()) {
      assertThat(rows.get(0)).contains(entry(column.name(), readAs(column.kind(), "päivää")));
    }
    assertThat(rows.get(1).keySet())
        .containsExactlyElementsOf(Arrays.stream(Kind.values()).map(Kind::word).toList());
    assertThat(rows.get(1))
        .contains(
            entry("text", ""),
            entry("time", -1L),
            entry("texts", List.of()),
            entry("labels", Map.of()),
            entry("frames", List.of()));
  }

  private static Object empty(Kind kind) {
    return switch (kind) {
      case TEXT -> "";
      case INTEGER -> 0L;
      case REAL -> 0.0;
      case FLAG -> false;
      // Before 1970: the microsecond that it is in, not the next one.
      case TIME -> -1L;
      case TEXTS, FRAMES -> List.of();
      case LABELS -> new TreeMap<String, String>();
    };
  }

  @Test
  void whatIsOutToDoHarmIsDataLikeAnyOther() throws Exception {
    String name = Hostile.NAME;
    // Half a character is none: it is no part of any text in UTF-8.
    String kept = new String(name.getBytes(UTF_8), UTF_8);
    assertThat(kept).isEqualTo(name.replace("\ud83d\ude00\ud800", "\ud83d\ude00?"));
    Row row =
        new Row(EVERYTHING.columns().stream().map(column -> value(column.kind(), name)).toList());

    Map<String, Object> read = readBack(EVERYTHING, List.of(row)).get(0);

    for (Column column : EVERYTHING.columns()) {
      assertThat(read).contains(entry(column.name(), readAs(column.kind(), kept)));
    }
  }

  @Test
  void manyRowsAreReadBackInOrder() throws Exception {
    Table numbers =
        new Table("numbers", "numbers", List.of(new Column("n", Kind.INTEGER, false, "n")));
    List<Row> rows =
        IntStream.range(0, 50_000).mapToObj(n -> new Row(List.<Object>of((long) n))).toList();

    List<Map<String, Object>> read = readBack(numbers, rows);

    assertThat(read).hasSize(50_000);
    assertThat(read.get(49_999)).isEqualTo(Map.of("n", 49_999L));
    assertThat(read.get(12_345)).isEqualTo(Map.of("n", 12_345L));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws Exception {
    List<Row> rows =
        IntStream.range(0, 500)
            .mapToObj(
                n ->
                    new Row(
                        EVERYTHING.columns().stream()
                            .map(column -> value(column.kind(), "text " + n))
                            .toList()))
            .toList();
    Map<String, String> notes = Map.of("one", "1", "two", "2", "three", "3");

    assertThat(bytes(EVERYTHING, rows, notes)).isEqualTo(bytes(EVERYTHING, rows, notes));
    assertThat(bytes(EVERYTHING, rows, notes)).isNotEqualTo(bytes(EVERYTHING, rows, Map.of()));
  }

  @Test
  void notesAreReadBack() throws Exception {
    Path file = directory.resolve("table.parquet");
    Files.write(file, bytes(EVERYTHING, List.of(), Map.of("who", "a b")));

    assertThat(ParquetNotes.of(file))
        .contains(entry("who", "a b"), entry(ParquetFile.VERSION, "1"));
    assertThat(ReadParquet.rows(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 8, 12, 100})
  void theNotesOfADamagedFileAreRefused(int length) throws Exception {
    byte[] whole = bytes(EVERYTHING, List.of(), Map.of());
    Path file = directory.resolve("table.parquet");
    Files.write(file, Arrays.copyOf(whole, length));
    assertThatThrownBy(() -> ParquetNotes.of(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("table.parquet");

    byte[] broken = whole.clone();
    Arrays.fill(broken, 4, whole.length - 8, (byte) 0x7f);
    Files.write(file, broken);
    assertThatThrownBy(() -> ParquetNotes.of(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("table.parquet is a damaged Parquet file");
  }

  @Test
  void theStreamStaysOpenAndItsTroubleIsTold() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    assertThatThrownBy(
            () -> ParquetFile.write(EVERYTHING, List.<Row>of().iterator(), new TreeMap<>(), full))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
  }
}
