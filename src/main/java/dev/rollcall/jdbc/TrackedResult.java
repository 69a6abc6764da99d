package dev.rollcall.jdbc;

import dev.rollcall.internal.Lifetime;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** A result set from the moment it is handed out until it, or what it comes from, is closed. */
final class TrackedResult extends DerivedObject {
  private final Lifetime life;

  TrackedResult(ResultSet result, JdbcObject source, Object sourceProxy, Lifetime life) {
    super(result, source, sourceProxy);
    this.life = life;
  }

  void end() {
    life.end();
  }

  @Override
  boolean isOver() {
    return life.hasEnded();
  }

  @Override
  @Nullable Runnable called(String method, Object @Nullable [] arguments) {
    if (!method.equals("close")) {
      return null;
    }
    end();
    return this::resultClosed;
  }
}
