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
 * A data source whose connections are registered until they are closed or aborted, the first time.
 * Around a pool, what has leaked is a connection that was not given back; around a driver's data
 * source, one whose session with the database stays.
 *
 * <p>The steps of a connection's life, noted while a recording runs: what changes it or makes a
 * statement, as {@code prepareStatement} or {@code setAutoCommit false}, and that a statement was
 * executed, as {@code executeQuery}. No SQL is noted, and nothing that is only asked.
 *
 * <p>A connection is handed out as a {@link Connection} and nothing else: the driver's own type is
 * reached by {@link Connection#unwrap}, as with a pool. What is closed through that is not noticed.
 * Everything else is as it was, exceptions included. Safe for use by several threads, as the
 * wrapped data source is.
 */
@SuppressWarnings("exports")
public final class TrackedDataSource implements DataSource {
  private final DataSource dataSource;
  private final ActiveChecker checker;

  private TrackedDataSource(DataSource dataSource, ActiveChecker checker) {
    this.dataSource = dataSource;
    this.checker = checker;
  }

  /**
   * Wraps a data source for the global checker; returns it as it is where that is off.
   *
   * @throws IllegalArgumentException if a {@code rollcall.*} property is unknown or unusable
   */
  public static DataSource wrap(DataSource dataSource) {
    return wrap(dataSource, LeakChecker.global());
  }

  /**
   * Wraps a data source for one checker; returns it as it is where that is off, or where it is
   * wrapped for that checker already.
   */
  public static DataSource wrap(DataSource dataSource, LeakChecker checker) {
    if (!(checker instanceof ActiveChecker active)) {
      return dataSource;
    }
    return dataSource instanceof TrackedDataSource tracked && tracked.checker == active
        ? dataSource
        : new TrackedDataSource(dataSource, active);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return TrackedConnection.register(dataSource.getConnection(), checker);
  }

  @Override
  public Connection getConnection(@Nullable String username, @Nullable String password)
      throws SQLException {
    return TrackedConnection.register(dataSource.getConnection(username, password), checker);
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return new TrackedConnectionBuilder(dataSource.createConnectionBuilder(), checker);
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
