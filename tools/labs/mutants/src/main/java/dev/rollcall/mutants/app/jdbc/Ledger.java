package dev.rollcall.mutants.app.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Moves money between accounts, each time on a connection of its own. */
public final class Ledger {
  private final DataSource source;

  public Ledger(DataSource source) {
    this.source = source;
  }

  /**
   * Moves an amount; returns whether there was enough.
   *
   * @throws SQLException if the database refuses
   */
  public boolean move(int from, int to, long cents) throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      if (balance(connection, from) < cents) {
        connection.rollback();
        return false;
      }
      add(connection, from, -cents);
      add(connection, to, cents);
      connection.commit();
      return true;
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
      connection.close();
    }
  }

  private static long balance(Connection connection, int id) throws SQLException {
    PreparedStatement query = connection.prepareStatement("select cents from account where id = ?");
    query.setInt(1, id);
    ResultSet rows = query.executeQuery();
    if (!rows.next()) {
      rows.close();
      query.close();
      throw new SQLException("there is no account " + id);
    }
    long cents = rows.getLong(1);
    rows.close();
    query.close();
    return cents;
  }

  private static void add(Connection connection, int id, long cents) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update account set cents = cents + ? where id = ?")) {
      update.setLong(1, cents);
      update.setInt(2, id);
      if (update.executeUpdate() != 1) {
        throw new SQLException("there is no account " + id);
      }
    }
  }
}
