package dev.rollcall.jdbc;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.ActiveChecker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is registered in place of a connection, a statement or a result set, from the moment that it
 * is handed out to its end. It knows what it owns, which is closed along with it, and refers to
 * nothing of the driver's: whoever holds it keeps no connection, statement or row in memory.
 */
final class Lifetime {
  private final ActiveChecker checker;
  private final @Nullable Lifetime owner;
  private final Set<Lifetime> owned = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Whether nothing can live any longer that this one owns. */
  private volatile boolean closed;

  private Lifetime(ActiveChecker checker, @Nullable Lifetime owner) {
    this.checker = checker;
    this.owner = owner;
  }

  /**
   * Registers what nobody owns. The type is JDBC's: which class implements it depends on the
   * driver, and groups of leaks should not.
   */
  static Lifetime start(ActiveChecker checker, Class<?> type) {
    Lifetime started = new Lifetime(checker, null);
    checker.register(started, type, null, null, 0);
    return started;
  }

  /** Whether it is registered with this checker. */
  boolean isOf(ActiveChecker other) {
    return checker == other;
  }

  /** Registers what this one owns. */
  Lifetime own(Class<?> type, @Nullable String description) {
    Lifetime started = new Lifetime(checker, this);
    checker.register(started, type, description, this, 0);
    owned.add(started);
    if (closed) { // by another thread, which may not have seen it
      started.end();
    }
    return started;
  }

  /** Unregisters it, and what it owns with it. Does nothing the second time: JDBC allows that. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      endOwned();
      leave();
    }
  }

  /**
   * Unregisters it, but not what it owns.
   *
   * @return whether it had not ended before
   */
  boolean endAlone() {
    boolean first = ended.compareAndSet(false, true);
    if (first) {
      leave();
    }
    return first;
  }

  private void leave() {
    if (owner != null) {
      owner.owned.remove(this);
    }
    checker.unregister(this);
  }

  /** Unregisters what it owns, and what it may yet come to own. */
  void endOwned() {
    closed = true;
    release();
  }

  /** Unregisters what it owns now. */
  void release() {
    owned.forEach(Lifetime::end);
  }

  /** Lets go of what it owns, which stays registered. */
  void forsake() {
    owned.clear();
  }

  boolean hasEnded() {
    return ended.get();
  }

  boolean ownsNothing() {
    return owned.isEmpty();
  }

  /** Notes a step, if anybody wants to know. */
  void note(String step) {
    if (isFollowed()) {
      checker.touch(this, step);
    }
  }

  /** Whether anybody wants to know of steps. */
  boolean isFollowed() {
    return checker.follows(StepKind.TOUCH) && checker.followsLife(this);
  }
}
