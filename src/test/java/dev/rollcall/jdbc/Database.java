package dev.rollcall.jdbc;

import org.h2.jdbcx.JdbcDataSource;

/** A database for a test. */
final class Database {
  private Database() {}

  /** One without a name, which ends with its connection and keeps no log of errors. */
  static JdbcDataSource inMemory() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:;TRACE_LEVEL_FILE=0");
    return database;
  }
}
