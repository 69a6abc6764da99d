package dev.rollcall.jdbc;

import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.Lifetime;
import dev.rollcall.internal.outside.DriverConnection;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection from the moment it is handed out to the first time that it is closed or aborted.
 * Registered itself, since a pool may hand out the same connection again.
 *
 * <p>What it owns ends with it if the driver's connection does. If that lives on, the connection
 * was given back to a pool, and a statement that the program did not close has leaked, whether or
 * not the pool tidies up behind it. So the driver's connection is asked, and not the statement:
 * after their connection was closed, the statements of many drivers claim to be open.
 */
final class TrackedConnection extends JdbcObject {
  private static final Pattern NOTED =
      Pattern.compile("(?:prepare|create|set|release)[A-Z].*|commit|rollback");

  private final Lifetime life;
  private final boolean statements;

  private TrackedConnection(Connection connection, Lifetime life, boolean statements) {
    super(connection);
    this.life = life;
    this.statements = statements;
  }

  /**
   * Registers a connection that was just obtained; the result is to be used in its place.
   *
   * @param statements whether its statements and their result sets are registered too
   */
  static Connection register(Connection connection, ActiveChecker checker, boolean statements) {
    if (Proxy.isProxyClass(connection.getClass())
        && Proxy.getInvocationHandler(connection) instanceof TrackedConnection tracked
        && tracked.life.isOf(checker)) {
      return connection; // The data source has it from one that is tracked, too.
    }
    Lifetime life = Lifetime.start(checker, Connection.class);
    return as(Connection.class, new TrackedConnection(connection, life, statements));
  }

  @Override
  Connection connection(Object proxy) {
    return (Connection) proxy;
  }

  @Override
  @Nullable Object handedOut(Object other) {
    return null;
  }

  @Override
  @Nullable Lifetime owner() {
    return statements ? life : null;
  }

  @Override
  boolean isOver() {
    return life.hasEnded();
  }

  @Override
  Object statement(
      Object proxy, Class<?> type, Statement statement, Object @Nullable [] arguments) {
    JdbcObject made =
        statements
            ? new TrackedStatement(
                statement, this, proxy, life.own(type, SqlText.describing(arguments)))
            : new DerivedObject(statement, this, proxy);
    return as(type, made);
  }

  @Override
  @Nullable Runnable called(String method, Object @Nullable [] arguments) {
    switch (method) {
      case "close" -> {
        return closed();
      }
      case "abort" -> {
        life.end();
        return null;
      }
      default -> {
        if (life.isFollowed() && NOTED.matcher(method).matches()) {
          life.note(note(method, arguments));
        }
        return null;
      }
    }
  }

  /** Ends the connection's own life at once, and when it is closed decides about what it owns. */
  private @Nullable Runnable closed() {
    if (!life.endAlone()) {
      return null;
    }
    Connection driver = life.ownsNothing() ? null : DriverConnection.behind((Connection) target);
    return () -> {
      if (driver != null && DriverConnection.isOpen(driver)) {
        life.forsake();
      } else {
        life.endOwned();
      }
    };
  }

  /** The method's name, and its argument if that is a switch. */
  private static String note(String method, Object @Nullable [] arguments) {
    return arguments != null && arguments.length == 1 && arguments[0] instanceof Boolean on
        ? method + ' ' + on
        : method;
  }

  @Override
  void executed(String method) {
    life.note(method);
  }

  @Override
  void resultClosed() {}
}
