package dev.rollcall.jdbc;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;
import javax.sql.DataSource;

/** A data source with a builder of connections, which H2 has not. */
final class Building extends Handing {
  private final DataSource dataSource;

  Building(DataSource dataSource) {
    super(new SQLException("use the builder"));
    this.dataSource = dataSource;
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() {
    return new ConnectionBuilder() {
      private String name = "?";
      private String secret = "?";

      @Override
      public ConnectionBuilder user(String username) {
        name = username;
        return this;
      }

      @Override
      public ConnectionBuilder password(String password) {
        secret = password;
        return this;
      }

      @Override
      public ConnectionBuilder shardingKey(ShardingKey shardingKey) {
        return this;
      }

      @Override
      public ConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
        return this;
      }

      @Override
      public Connection build() throws SQLException {
        return dataSource.getConnection(name, secret);
      }
    };
  }
}
