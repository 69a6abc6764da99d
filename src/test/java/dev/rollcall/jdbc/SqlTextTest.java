package dev.rollcall.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "select * from t1 where id = ? | select * from t1 where id = ?",
        "select 'it''s', 4711, 1.5e3, .5 from t_2 | select ?, ?, ?, ? from t_2",
        "select \"it's\".\"id 7\", `it's` from t | select \"it's\".\"id 7\", `it's` from t",
        "select a from t where b = \"secret\" | select a from t where b = ?",
        "select [id 7], [it's], 'secret' from t | select [id ?],...",
        "/* it's */ select 'secret' | select ?",
        "select /* 'secret | select",
        "select 'secret | select ?",
        "select N'secret', date '2026-01-01' | select N?, date ?",
        "select 'C:\\', 'secret' | select ?...",
        "select 'it\\'s secret', a | select ?...",
        "select $$secret$$ | select...",
        "select q'[secret's]' | select q...",
        "create table t (a varchar(255)) | create table t (a varchar(?))",
      })
  void hasNoValue(String sql, String text) {
    assertThat(SqlText.of(sql)).isEqualTo(text);
  }

  @Test
  void isOnOneLine() {
    assertThat(SqlText.of("select a\n  from t -- it's secret\n where b = ?;\n"))
        .isEqualTo("select a from t where b = ?;");
  }

  @Test
  void isCut() {
    assertThat(SqlText.of("select " + "x, ".repeat(1_000_000) + "'secret'"))
        .startsWith("select x, x, ")
        .endsWith("...")
        .hasSize(203);
    assertThat(SqlText.of("'" + "''".repeat(1_000_000))).isEqualTo("?");
  }

  @Test
  void isThatOfAPreparedStatementOnly() {
    assertThat(SqlText.describing(new Object[] {"select 1", 2})).isEqualTo("select ?");
    assertThat(SqlText.describing(new Object[] {1, 2})).isNull();
    assertThat(SqlText.describing(null)).isNull();
  }
}
