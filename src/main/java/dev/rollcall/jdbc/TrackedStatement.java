package dev.rollcall.jdbc;

import dev.rollcall.internal.Lifetime;
import java.lang.ref.WeakReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement from the moment it is handed out until it or its connection is closed. It owns the
 * result sets that come from it. Which of them a call closes is taken from what JDBC says of the
 * call: many drivers, asked whether something is closed, do not tell the truth.
 */
final class TrackedStatement extends DerivedObject {
  private final Lifetime life;

  /** The current result set if somebody has asked for it; null if not. */
  private volatile @Nullable WeakReference<Object> current;

  /** The same, while it is open: as long as it can be asked for again, it is the same one. */
  private volatile @Nullable Object open;

  private volatile boolean closesOnCompletion;

  TrackedStatement(
      Statement statement, JdbcObject connection, Object connectionProxy, Lifetime life) {
    super(statement, connection, connectionProxy);
    this.life = life;
  }

  @Override
  Lifetime owner() {
    return life;
  }

  @Override
  boolean isOver() {
    return life.hasEnded();
  }

  @Override
  @Nullable Runnable called(String method, Object @Nullable [] arguments) {
    if (method.startsWith("execute")) {
      life.note(method);
      executed(method);
      return this::closeResults;
    }
    switch (method) {
      case "close" -> end();
      case "closeOnCompletion" -> {
        return () -> closesOnCompletion = is(Statement::isCloseOnCompletion);
      }
      case "getMoreResults" -> {
        return () ->
            closeResults(arguments == null ? Statement.CLOSE_CURRENT_RESULT : arguments[0]);
      }
      default -> {}
    }
    return null;
  }

  @Override
  Object result(Object proxy, String method, ResultSet result) {
    WeakReference<Object> asked = current;
    switch (method) {
      case "getResultSet" -> {
        if (asked == null) {
          return begin(newResult(proxy, result));
        }
        Object same = asked.get();
        return same != null ? same : derived(proxy, ResultSet.class, result); // which is closed
      }
      case "executeQuery" -> {
        return begin(newResult(proxy, result));
      }
      default -> {
        return super.result(proxy, method, result); // generated keys, cursors
      }
    }
  }

  private Object begin(Object result) {
    current = new WeakReference<>(result);
    open = result;
    return result;
  }

  /** Closes the results as another execution does, all of them. */
  private void closeResults() {
    life.release();
    current = null;
    open = null;
  }

  /** Closes the results as {@link Statement#getMoreResults(int)} does. */
  private void closeResults(Object which) {
    if (which.equals(Statement.CLOSE_ALL_RESULTS)) {
      life.release();
    } else if (which.equals(Statement.CLOSE_CURRENT_RESULT)
        && behind(open) instanceof TrackedResult result) {
      result.end();
    }
    current = null;
    open = null;
    if (closesOnCompletion && is(Statement::isClosed)) {
      end();
    }
  }

  @Override
  void resultClosed() {
    if (behind(open) instanceof TrackedResult result && result.isOver()) {
      open = null;
    }
    if (closesOnCompletion && (life.ownsNothing() || is(Statement::isClosed))) {
      end();
    }
  }

  private void end() {
    life.end();
    open = null;
  }

  /** A question to the driver's statement. */
  private interface Question {
    boolean of(Statement statement) throws SQLException;
  }

  /** What the driver's statement answers; false if it cannot. */
  private boolean is(Question question) {
    try {
      return question.of((Statement) target);
    } catch (SQLException | RuntimeException | LinkageError e) {
      return false;
    }
  }
}
