package dev.rollcall.jdbc;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.ActiveChecker;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection from the moment it is handed out to the first time that it is closed or aborted.
 * Registered itself, since a pool may hand out the same connection again. JDBC lets a connection be
 * closed twice, so that is no misuse.
 */
final class TrackedConnection extends JdbcObject {
  private static final Pattern NOTED =
      Pattern.compile("(?:prepare|create|set|release)[A-Z].*|commit|rollback");

  private final ActiveChecker checker;
  private final AtomicBoolean ended = new AtomicBoolean();

  private TrackedConnection(Connection connection, ActiveChecker checker) {
    super(connection);
    this.checker = checker;
  }

  /**
   * Registers a connection that was just obtained; the result is to be used in its place. The type
   * is JDBC's: which class implements it depends on the driver, and groups of leaks should not.
   */
  static Connection register(Connection connection, ActiveChecker checker) {
    if (Proxy.isProxyClass(connection.getClass())
        && Proxy.getInvocationHandler(connection) instanceof TrackedConnection tracked
        && tracked.checker == checker) {
      return connection; // The data source has it from one that is tracked, too.
    }
    TrackedConnection tracked = new TrackedConnection(connection, checker);
    checker.register(tracked, Connection.class, null);
    return as(Connection.class, tracked);
  }

  @Override
  Connection connection(Object proxy) {
    return (Connection) proxy;
  }

  @Override
  Object statement(Object proxy, Class<?> type, Object statement) {
    return as(type, new DerivedObject(statement, this, proxy));
  }

  @Override
  void called(String method, Object @Nullable [] arguments) {
    if (method.equals("close") || method.equals("abort")) {
      if (ended.compareAndSet(false, true)) {
        checker.unregister(this);
      }
    } else if (checker.follows(StepKind.TOUCH) && NOTED.matcher(method).matches()) {
      checker.touch(this, note(method, arguments));
    }
  }

  /** The method's name, and its argument if that is a switch. */
  private static String note(String method, Object @Nullable [] arguments) {
    return arguments != null && arguments.length == 1 && arguments[0] instanceof Boolean on
        ? method + ' ' + on
        : method;
  }

  @Override
  void executed(String method) {
    if (checker.follows(StepKind.TOUCH)) {
      checker.touch(this, method);
    }
  }
}
