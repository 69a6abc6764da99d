package dev.rollcall.internal.outside;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connection of a driver's that is behind a pool's, which is given back when that is closed.
 * Loaded by the adapters to JDBC only.
 */
public final class DriverConnection {
  /** How many wrappers there are around a driver's connection, at most. */
  private static final int WRAPPERS = 16;

  private DriverConnection() {}

  /**
   * The innermost connection that can be reached; pools lead to it only before they close theirs.
   */
  public static Connection behind(Connection outer) {
    Connection reached = outer;
    try {
      for (int i = 0; i < WRAPPERS; i++) {
        Connection inner = reached.unwrap(Connection.class);
        if (inner == null || inner == reached) {
          break;
        }
        reached = inner;
      }
    } catch (SQLException | RuntimeException | LinkageError e) {
      return reached; // it leads no further
    }
    return reached;
  }

  /** Whether a connection lives on; not if that cannot be known. */
  public static boolean isOpen(Connection connection) {
    try {
      return !connection.isClosed();
    } catch (SQLException | RuntimeException | LinkageError e) {
      return false;
    }
  }
}
