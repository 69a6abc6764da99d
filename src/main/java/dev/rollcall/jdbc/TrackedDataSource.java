package dev.rollcall.jdbc;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connections are registered until they are closed or aborted, the first time,
 * and own what comes from them and has to be closed: statements and result sets. Around a pool, a
 * connection that has leaked was not given back; around a driver's data source, its session with
 * the database stays.
 *
 * <p>What JDBC closes implicitly is released: a result set by its statement's close or next
 * execution, a statement by {@link java.sql.Statement#closeOnCompletion}, and everything by the
 * close of the driver's connection. A connection that is given back to its pool lives on, so a
 * statement or result set that the program did not close before has leaked, even if the pool closes
 * it to be tidy. Where the driver's connection cannot be reached by {@link Connection#unwrap} from
 * the pool's, the two cannot be told apart, and it is released.
 *
 * <p>The steps of a connection's life, noted while a recording runs: what changes it or makes a
 * statement, as {@code prepareStatement} or {@code setAutoCommit false}, and that a statement was
 * executed, as {@code executeQuery}; the latter is noted of the statement, too. Nothing that is
 * only asked is noted. The description of a prepared statement is the beginning of its SQL, with a
 * question mark for each number and each quoted text that may be a value; no other SQL is kept, and
 * no parameter.
 *
 * <p>A connection is handed out as a {@link Connection} and nothing else, and so are statements,
 * result sets, metadata and arrays: the driver's own type is reached by {@link Connection#unwrap},
 * as with a pool. What is closed through that is not noticed. Everything else is as it was,
 * exceptions included. Safe for use by several threads, as the wrapped data source is.
 */
@SuppressWarnings("exports")
public final class TrackedDataSource implements DataSource {
  private final DataSource dataSource;
  private final ActiveChecker checker;
  private final boolean statements;

  private TrackedDataSource(DataSource dataSource, ActiveChecker checker, boolean statements) {
    this.dataSource = dataSource;
    this.checker = checker;
    this.statements = statements;
  }

  /**
   * Wraps a data source for the global checker; returns it as it is where that is off. Statements
   * and result sets are tracked unless the property {@code rollcall.jdbc.statements} is {@code
   * off}.
   *
   * @throws IllegalArgumentException if a {@code rollcall.*} property is unknown or unusable
   */
  public static DataSource wrap(DataSource dataSource) {
    return wrap(dataSource, LeakChecker.global());
  }

  /**
   * Wraps a data source for one checker; returns it as it is where that is off, or where it is
   * wrapped for that checker already. Statements and result sets are tracked, for the global
   * checker unless the property {@code rollcall.jdbc.statements} is {@code off}.
   */
  public static DataSource wrap(DataSource dataSource, LeakChecker checker) {
    return wrap(
        dataSource,
        checker,
        !(checker instanceof ActiveChecker active) || active.state.settings.jdbcStatements());
  }

  /**
   * Wraps a data source for one checker; returns it as it is where that is off, or where it is
   * wrapped for that checker already.
   *
   * @param statements whether statements and result sets are tracked, too, whatever the property
   *     says
   */
  public static DataSource wrap(DataSource dataSource, LeakChecker checker, boolean statements) {
    if (!(checker instanceof ActiveChecker active)) {
      return dataSource;
    }
    return dataSource instanceof TrackedDataSource tracked && tracked.checker == active
        ? dataSource
        : new TrackedDataSource(dataSource, active, statements);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return TrackedConnection.register(dataSource.getConnection(), checker, statements);
  }

  @Override
  public Connection getConnection(@Nullable String username, @Nullable String password)
      throws SQLException {
    return TrackedConnection.register(
        dataSource.getConnection(username, password), checker, statements);
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return new TrackedConnectionBuilder(dataSource.createConnectionBuilder(), checker, statements);
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return dataSource.createShardingKeyBuilder();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return dataSource.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    dataSource.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return dataSource.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    dataSource.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return dataSource.getParentLogger();
  }

  /** This data source if that is a {@code type}, or else what the wrapped one answers. */
  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    return type.isInstance(dataSource) ? type.cast(dataSource) : dataSource.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || type.isInstance(dataSource) || dataSource.isWrapperFor(type);
  }

  @Override
  public String toString() {
    return dataSource.toString();
  }
}
