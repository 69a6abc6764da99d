package dev.rollcall.internal;

import dev.rollcall.RefCounted;
import dev.rollcall.internal.live.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A counted resource that keeps its entry, so that no step has to look for it. For an adapter whose
 * resources take many steps: it costs each of them a reference.
 */
public abstract class KeptEntry extends RefCounted {
  /** Written before the resource is handed to anybody. */
  private @Nullable Entry entry;

  /** A resource with one reference, not yet registered. */
  protected KeptEntry() {}

  /** Takes what {@link ActiveChecker} gives for its registration; null if it was refused. */
  protected final void keep(@Nullable Entry ofRegistration) {
    entry = ofRegistration;
  }

  /** As it was given; null if the registration was refused. */
  protected final @Nullable Entry entry() {
    return entry;
  }

  /** The entry while the resource lives. Whoever has a reference gets it. */
  final @Nullable Entry whileLive() {
    return refCount() == 0 ? null : entry;
  }
}
