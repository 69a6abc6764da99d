package dev.rollcall.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out one connection, the same each time, or refuses to. */
class Handing implements DataSource {
  private final @Nullable Connection connection;
  private final SQLException refusal;

  Handing(Connection connection) {
    this.connection = connection;
    this.refusal = new SQLException("never thrown");
  }

  Handing(SQLException refusal) {
    this.connection = null;
    this.refusal = refusal;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (connection == null) {
      throw refusal;
    }
    return connection;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("nothing is wrapped");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
