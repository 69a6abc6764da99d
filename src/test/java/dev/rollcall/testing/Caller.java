package dev.rollcall.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Outside of the adapters' packages, whose frames are no part of a site. */
public final class Caller {
  private Caller() {}

  /** Allocates a buffer. */
  public static ByteBuf allocate(ByteBufAllocator allocator) {
    return allocator.buffer();
  }

  /** Obtains a connection. */
  public static Connection connect(DataSource dataSource) throws SQLException {
    return dataSource.getConnection();
  }

  /** Commits what a connection has done. */
  public static void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  /** Executes a query of a connection's. */
  public static void query(Connection connection, String sql) throws SQLException {
    connection.createStatement().executeQuery(sql).close();
  }

  /** Executes a query of a connection's and closes nothing. */
  public static void forget(Connection connection, String sql) throws SQLException {
    connection.createStatement().executeQuery(sql);
  }
}
