package dev.rollcall.mutants.app.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the owners of accounts one by one, a page at a time; has to be closed. */
public final class AccountCursor implements AutoCloseable {
  private static final int PAGE = 3;

  private final Connection connection;
  private @Nullable PreparedStatement page;
  private @Nullable ResultSet rows;
  private int last;

  private AccountCursor(Connection connection) {
    this.connection = connection;
  }

  /**
   * Begins with the accounts after one.
   *
   * @throws SQLException if the database refuses
   */
  public static AccountCursor after(DataSource source, int id) throws SQLException {
    Connection connection = source.getConnection();
    if (id < 0) {
      connection.close();
      throw new SQLException("there is no account " + id);
    }
    AccountCursor cursor = new AccountCursor(connection);
    cursor.last = id;
    return cursor;
  }

  /**
   * The next owner; null behind the last.
   *
   * @throws SQLException if the database refuses
   */
  public @Nullable String next() throws SQLException {
    for (int attempt = 0; attempt < 2; attempt++) {
      ResultSet current = rows;
      if (current != null && current.next()) {
        last = current.getInt(1);
        return current.getString(2);
      }
      turn();
    }
    return null;
  }

  private void turn() throws SQLException {
    if (rows != null) {
      rows.close();
    }
    if (page != null) {
      page.close();
    }
    PreparedStatement next =
        connection.prepareStatement(
            "select id, owner from account where id > ? order by id limit " + PAGE);
    page = next;
    next.setInt(1, last);
    rows = next.executeQuery();
  }

  @Override
  public void close() throws SQLException {
    if (rows != null) {
      rows.close();
    }
    if (page != null) {
      page.close();
    }
    connection.close();
  }
}
