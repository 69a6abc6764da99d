package dev.rollcall.agent.hook;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks tell the checker. What was opened before the agent came, or by nobody of the
 * program's, is not registered, and so whatever happens to it is nothing.
 */
public final class Resources {
  private final ActiveChecker checker;
  private final UsedBy usedBy = new UsedBy();

  /** Those of a checker. */
  public Resources(ActiveChecker checker) {
    this.checker = checker;
  }

  /** Loads what hooks need; see {@link Hooks#rehearse}. */
  public void rehearse() {
    Object nothing = new Object();
    closed(nothing);
    used(nothing);
    Opening.opened(nothing);
    boolean unused = Openers.isProgram();
    Descriptions.rehearse();
  }

  ActiveChecker checker() {
    return checker;
  }

  /** Registers what the program has opened, but once: constructors call constructors. */
  void opened(Object resource, @Nullable String description) {
    if (!checker.isRegistered(resource) && Openers.isProgram()) {
      Opening.opened(resource);
      checker.register(resource, description, null);
    }
  }

  /** Registers what the program has opened, whose it is, and how many bytes it holds. */
  void opened(Object resource, @Nullable Object owner, long bytes) {
    if (!checker.isRegistered(resource) && Openers.isProgram()) {
      checker.register(resource, null, owner, bytes);
    }
  }

  /** As {@link #opened}, of what only the program can have asked for. */
  void openedByProgram(Object resource, @Nullable String description) {
    if (!checker.isRegistered(resource)) {
      checker.register(resource, description, null);
    }
  }

  /** Unregisters what was closed, the first time. */
  void closed(Object resource) {
    checker.tryUnregister(resource);
  }

  /** Records the first use by each method. */
  void used(Object resource) {
    if (!checker.records(StepKind.USE)) {
      return;
    }
    Entry entry = checker.followed(StepKind.USE, true, resource);
    if (entry != null && entry.follows(StepKind.USE) && usedBy.isNew(resource)) {
      checker.step(
          StepKind.USE, entry, resource, ActiveChecker.NEXT, ActiveChecker.NOT_COUNTED, null, null);
    }
  }

  /** Notes what has become of it. */
  void noted(Object resource, String note) {
    checker.touch(resource, note);
  }
}
