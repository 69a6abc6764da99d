package dev.rollcall.netty;

import dev.rollcall.internal.ActiveChecker;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources that belong to a composite buffer because they are its components. So if it leaks,
 * reports show them under it, and when it ends they are their users' own again. Safe for use by
 * several threads.
 */
final class Components {
  private static final int FEW = 32;

  private final ActiveChecker checker;
  private final Object composite;

  /** Each once, however often a slice of it is added: one may be added for as long as it lives. */
  private final Set<Object> owned = Collections.newSetFromMap(new IdentityHashMap<>(2));

  private int limit = FEW;

  /** {@code composite}: what is registered in its place. */
  Components(ActiveChecker checker, Object composite) {
    this.checker = checker;
    this.composite = composite;
  }

  /** Takes what is registered in place of a component; null where nothing is. */
  @SuppressWarnings("ReferenceEquality") // a resource has no other
  synchronized void add(@Nullable Object component) {
    if (component == null || component == composite) {
      return;
    }
    checker.owned(component, composite);
    owned.add(component);
    if (owned.size() > limit) { // most of those of a composite that is read and refilled have ended
      owned.removeIf(each -> !checker.isRegistered(each));
      limit = Math.max(FEW, 2 * owned.size());
    }
  }

  /** All that were added, and perhaps some that have ended. */
  synchronized List<Object> all() {
    return List.copyOf(owned);
  }

  /** Lets go of all of them, for the composite has given back its references. */
  synchronized void end() {
    owned.forEach(component -> checker.disowned(component, composite));
    owned.clear();
  }
}
