package dev.rollcall.jdbc;

import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement, a result or metadata, and what it was made from. */
final class DerivedObject extends JdbcObject {
  private final JdbcObject source;
  private final Object sourceProxy;

  DerivedObject(Object target, JdbcObject source, Object sourceProxy) {
    super(target);
    this.source = source;
    this.sourceProxy = sourceProxy;
  }

  @Override
  Connection connection(Object proxy) {
    return source.connection(sourceProxy);
  }

  @Override
  Object statement(Object proxy, Class<?> type, Object statement) {
    return statement == source.target
        ? sourceProxy
        : as(type, new DerivedObject(statement, this, proxy));
  }

  @Override
  void called(String method, Object @Nullable [] arguments) {
    if (target instanceof Statement && method.startsWith("execute")) {
      executed(method);
    }
  }

  @Override
  void executed(String method) {
    source.executed(method);
  }
}
