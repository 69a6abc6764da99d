package dev.rollcall.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the two engines answer, row by row, by the title of each question. */
final class Answers {
  private Answers() {}

  static Map<String, List<String>> ofDuckDb(List<Question> questions, Path tables)
      throws SQLException {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      for (Question question : questions) {
        List<String> rows = new ArrayList<>();
        for (String sql : question.duckDb()) {
          try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql.replace("DIR", tables.toString()))) {
              rows.addAll(rows(statement.getResultSet()));
            }
          }
        }
        answers.put(question.title(), rows);
      }
    }
    return answers;
  }

  private static List<String> rows(ResultSet set) throws SQLException {
    List<String> rows = new ArrayList<>();
    int columns = set.getMetaData().getColumnCount();
    while (set.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        values.add(String.valueOf(set.getObject(i)));
      }
      rows.add(String.join(" | ", values));
    }
    return rows;
  }

  static Map<String, List<String>> ofSpark(List<Question> questions, Path tables)
      throws IOException {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    try (SparkSession spark = Local.spark(2)) {
      for (Question question : questions) {
        List<String> rows = new ArrayList<>();
        for (String sql : question.spark()) {
          Dataset<Row> answer = spark.sql(sql.replace("DIR", tables.toString()));
          answer.collectAsList().forEach(row -> rows.add(row.mkString(" | ")));
        }
        answers.put(question.title(), rows);
      }
    }
    return answers;
  }
}
