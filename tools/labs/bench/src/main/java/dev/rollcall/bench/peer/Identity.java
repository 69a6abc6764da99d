package dev.rollcall.bench.peer;

import org.jspecify.annotations.Nullable;

/** A map key that makes objects equal when they are the same. */
record Identity(Object object) {
  @Override
  public int hashCode() {
    return System.identityHashCode(object);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the point of it
  public boolean equals(@Nullable Object other) {
    return other instanceof Identity identity && identity.object == object;
  }
}
