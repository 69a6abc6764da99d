package dev.rollcall.jdbc;

import dev.rollcall.internal.ActiveChecker;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;

/** Another's builder of connections, which are registered. */
final class TrackedConnectionBuilder implements ConnectionBuilder {
  private final ConnectionBuilder builder;
  private final ActiveChecker checker;
  private final boolean statements;

  TrackedConnectionBuilder(ConnectionBuilder builder, ActiveChecker checker, boolean statements) {
    this.builder = builder;
    this.checker = checker;
    this.statements = statements;
  }

  @Override
  public ConnectionBuilder user(String username) {
    builder.user(username);
    return this;
  }

  @Override
  public ConnectionBuilder password(String password) {
    builder.password(password);
    return this;
  }

  @Override
  public ConnectionBuilder shardingKey(ShardingKey shardingKey) {
    builder.shardingKey(shardingKey);
    return this;
  }

  @Override
  public ConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
    builder.superShardingKey(superShardingKey);
    return this;
  }

  @Override
  public Connection build() throws SQLException {
    return TrackedConnection.register(builder.build(), checker, statements);
  }
}
