package dev.rollcall.mutants.app.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/** Writes accounts in batches, on a few connections that it keeps; has to be closed. */
public final class Importer implements AutoCloseable {
  private static final int KEPT = 2;
  private static final int BATCH = 3;

  private final DataSource source;
  private final Deque<Connection> kept = new ArrayDeque<>();

  public Importer(DataSource source) {
    this.source = source;
  }

  /**
   * Writes the accounts of some owners, all or none.
   *
   * @throws SQLException if the database refuses one
   */
  public void write(List<String> owners) throws SQLException {
    Connection connection = take();
    PreparedStatement insert = null;
    try {
      connection.setAutoCommit(false);
      insert = connection.prepareStatement("insert into account (owner, cents) values (?, 0)");
      int waiting = 0;
      for (String owner : owners) {
        insert.setString(1, owner);
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException failed) {
      // In an unknown state it is not to be used again.
      if (insert != null) {
        insert.close();
      }
      connection.rollback();
      connection.close();
      throw failed;
    }
    insert.close();
    give(connection);
  }

  private Connection take() throws SQLException {
    Connection free = kept.poll();
    return free == null ? source.getConnection() : free;
  }

  private void give(Connection connection) throws SQLException {
    if (kept.size() == KEPT) {
      connection.close();
    } else {
      kept.push(connection);
    }
  }

  @Override
  public void close() throws SQLException {
    while (!kept.isEmpty()) {
      kept.pop().close();
    }
  }
}
