package dev.rollcall.samples;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Beans of an application that use a pool: by its class, and by the interface.
 *
 * @param pool the pool by its own class
 * @param dataSource the same by the interface
 */
public record PoolUser(HikariDataSource pool, DataSource dataSource) {
  /** Takes a connection and keeps it. */
  public static Connection connect(DataSource dataSource) throws SQLException {
    return dataSource.getConnection();
  }
}
