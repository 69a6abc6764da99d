package dev.rollcall.agent.hook;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls, by number: those of releases first, so that the bridge knows which it may
 * not forget. Each is given the object whose method was woven, and a value.
 */
public final class Hooks {
  private static final int MOST_RELEASES = 24;
  private static final int MOST = 128;

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
  private final BiConsumer<@Nullable Object, @Nullable Object>[] table = new BiConsumer[MOST];

  private int releases;
  private int others = MOST_RELEASES;

  /** Adds one of a release; its number. */
  public int release(BiConsumer<@Nullable Object, @Nullable Object> hook) {
    if (releases == MOST_RELEASES) {
      throw new IllegalStateException("more than " + MOST_RELEASES + " hooks of releases");
    }
    table[releases] = hook;
    return releases++;
  }

  /** Adds one of anything else; its number. */
  public int other(BiConsumer<@Nullable Object, @Nullable Object> hook) {
    table[others] = hook;
    return others++;
  }

  /**
   * Calls each for nothing, so that its classes are loaded: a hook may be called while a class is
   * being loaded, and may then load none.
   */
  public void rehearse() {
    for (BiConsumer<@Nullable Object, @Nullable Object> hook : table) {
      if (hook != null) {
        hook.accept(null, null);
      }
    }
  }

  /** How many numbers are for releases. */
  public int releases() {
    return MOST_RELEASES;
  }

  /** By number. */
  @SuppressWarnings("NullAway") // the rest of it is never asked for
  public BiConsumer<@Nullable Object, @Nullable Object>[] table() {
    return table.clone();
  }
}
