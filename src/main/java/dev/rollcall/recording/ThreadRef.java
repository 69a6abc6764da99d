package dev.rollcall.recording;

import org.jspecify.annotations.Nullable;

/** A thread as the recording knows it; a virtual thread often has no name. */
public record ThreadRef(String name, long id) {
  /** The thread of an event that carries none. */
  public static final ThreadRef NONE = new ThreadRef("", 0);

  // Written out: what a record has of its own is linked anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof ThreadRef o && name.equals(o.name) && id == o.id);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Long.hashCode(id);
  }
}
