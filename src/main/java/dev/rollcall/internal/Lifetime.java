package dev.rollcall.internal;

import dev.rollcall.event.StepKind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is registered in place of a connection, a statement or a result set, from the moment that it
 * is handed out to its end. It knows what it owns, which is closed along with it, and refers to
 * nothing of the driver's: whoever holds it keeps no connection, statement or row in memory.
 */
public final class Lifetime {
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
  public static Lifetime start(ActiveChecker checker, Class<?> type) {
    Lifetime started = new Lifetime(checker, null);
    checker.register(started, type, null, null, 0);
    return started;
  }

  /** Whether it is registered with this checker. */
  public boolean isOf(ActiveChecker other) {
    return checker == other;
  }

  /** Registers what this one owns. */
  public Lifetime own(Class<?> type, @Nullable String description) {
    Lifetime started = new Lifetime(checker, this);
    checker.register(started, type, description, this, 0);
    owned.add(started);
    if (closed) { // by another thread, which may not have seen it
      started.end();
    }
    return started;
  }

  /** Unregisters it, and what it owns with it. Does nothing the second time: JDBC allows that. */
  public void end() {
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
  public boolean endAlone() {
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
  public void endOwned() {
    closed = true;
    release();
  }

  /** Unregisters what it owns now. */
  public void release() {
    owned.forEach(Lifetime::end);
  }

  /** Lets go of what it owns, which stays registered. */
  public void forsake() {
    owned.clear();
  }

  public boolean hasEnded() {
    return ended.get();
  }

  public boolean ownsNothing() {
    return owned.isEmpty();
  }

  /** Notes a step, if anybody wants to know. */
  public void note(String step) {
    if (isFollowed()) {
      checker.touch(this, step);
    }
  }

  /** Whether anybody wants to know of steps. */
  public boolean isFollowed() {
    return checker.follows(StepKind.TOUCH) && checker.followsLife(this);
  }
}
