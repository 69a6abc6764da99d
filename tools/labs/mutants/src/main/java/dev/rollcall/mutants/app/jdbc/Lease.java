package dev.rollcall.mutants.app.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** A connection for each client, which gets another one when it asks anew. */
public final class Lease implements AutoCloseable {
  private final DataSource source;
  private final Map<String, Connection> held = new HashMap<>();

  public Lease(DataSource source) {
    this.source = source;
  }

  /**
   * Leases a connection and prepares it.
   *
   * @throws SQLException if it cannot be prepared
   */
  public void take(String client, String schema) throws SQLException {
    Connection connection = source.getConnection();
    Statement statement = connection.createStatement();
    try {
      statement.execute("set schema " + schema);
    } catch (SQLException refused) {
      statement.close();
      connection.close();
      throw refused;
    }
    statement.close();
    Connection before = held.put(client, connection);
    if (before != null) {
      before.close();
    }
  }

  /**
   * Ends a lease; returns whether there was one.
   *
   * @throws SQLException if the database refuses
   */
  public boolean end(String client) throws SQLException {
    Connection connection = held.remove(client);
    if (connection == null) {
      return false;
    }
    connection.close();
    return true;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : held.values()) {
      connection.close();
    }
    held.clear();
  }
}
