package dev.rollcall.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of the manual, as it stands there.
 *
 * @param title the heading
 * @param duckDb its statements for DuckDB, in which DIR is where the tables are
 * @param spark its statements for Spark SQL
 */
record Question(String title, List<String> duckDb, List<String> spark) {
  private static final Path MANUAL = Path.of("../../../src/site/markdown");

  private static final Pattern SECTION =
      Pattern.compile("^## (.*)$((?:(?!^## ).*\n?)*)", Pattern.MULTILINE);

  private static final Pattern BLOCK =
      Pattern.compile("```sql\n-- (DuckDB|Spark SQL)\n(.*?)```", Pattern.DOTALL);

  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  /** The page that leads from a bucket to the first question. */
  static String fleetPage() throws IOException {
    return Files.readString(MANUAL.resolve("fleets.md"));
  }

  /** The statements of that page, with DIR in place of the directory that it names. */
  static List<String> ofTheFleetPage() throws IOException {
    return SQL.matcher(fleetPage())
        .results()
        .flatMap(block -> statements(block.group(1)).stream())
        .map(statement -> statement.replace("'findings/", "'DIR/"))
        .toList();
  }

  /** All of the page of questions; the first opens the tables. */
  static List<Question> all() throws IOException {
    List<Question> questions = new ArrayList<>();
    Matcher section = SECTION.matcher(Files.readString(MANUAL.resolve("queries.md")));
    while (section.find()) {
      List<String> duckDb = new ArrayList<>();
      List<String> spark = new ArrayList<>();
      Matcher block = BLOCK.matcher(section.group(2));
      while (block.find()) {
        (block.group(1).equals("DuckDB") ? duckDb : spark).addAll(statements(block.group(2)));
      }
      questions.add(new Question(section.group(1), duckDb, spark));
    }
    return questions;
  }

  private static List<String> statements(String text) {
    return Arrays.stream(text.split(";", -1))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }
}
