package dev.rollcall.jdbc;

import dev.rollcall.internal.Lifetime;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What leads back to the connection that it comes from, and knows what it was made from. */
class DerivedObject extends JdbcObject {
  final JdbcObject source;
  private final Object sourceProxy;

  DerivedObject(Object target, JdbcObject source, Object sourceProxy) {
    super(target);
    this.source = source;
    this.sourceProxy = sourceProxy;
  }

  @Override
  final Connection connection(Object proxy) {
    return source.connection(sourceProxy);
  }

  @Override
  final @Nullable Object handedOut(Object other) {
    return other == source.target ? sourceProxy : source.handedOut(other);
  }

  @Override
  @Nullable Lifetime owner() {
    return source.owner();
  }

  @Override
  boolean isOver() {
    return false;
  }

  @Override
  @Nullable Runnable called(String method, Object @Nullable [] arguments) {
    if (target instanceof Statement && method.startsWith("execute")) {
      executed(method);
    }
    return null;
  }

  @Override
  final void executed(String method) {
    source.executed(method);
  }

  @Override
  void resultClosed() {
    source.resultClosed();
  }
}
