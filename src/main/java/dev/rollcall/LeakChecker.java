package dev.rollcall;

import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.GlobalChecker;
import dev.rollcall.internal.OffChecker;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows every resource that was registered and not yet unregistered.
 *
 * <p>A resource that is still registered when the process ends has leaked: that is a fact, not a
 * guess, so nothing is missed; the price is that a program has to release everything before it
 * ends, or {@link #ignore} what is meant to live for ever. The global checker calls the roll in a
 * shutdown hook, after the application's own hooks; checkers from the {@link #builder} only when
 * asked.
 *
 * <p>Identity is {@code ==}. The checker holds resources weakly, so it changes no lifetime; a
 * resource that was collected without being unregistered still counts as leaked. All methods are
 * safe for use by several threads.
 *
 * <p>Misuse (a resource registered twice, unregistered twice or without having been registered,
 * used after its end) throws {@link IllegalStateException} in {@link LeakMode#FAIL}; in {@link
 * LeakMode#WARN} it is logged once per call site.
 *
 * <p>The algorithm is that of gVisor's reference leak checker of 2020 ({@code pkg/refs}).
 */
public abstract sealed class LeakChecker permits ActiveChecker, OffChecker {
  /** For the two implementations. */
  protected LeakChecker() {}

  /**
   * The checker of this process. Its mode is fixed at its first use, by the system property {@code
   * rollcall.mode} or else the environment variable {@code ROLLCALL_MODE}; where neither is set it
   * is {@link LeakMode#OFF} and free.
   *
   * @throws IllegalArgumentException if a {@code rollcall.*} property is unknown or has an unusable
   *     value, each time
   */
  public static LeakChecker global() {
    return GlobalChecker.get();
  }

  /** Makes a checker of its own, for a test or for an embedder. */
  public static Builder builder() {
    return new Builder();
  }

  /** What this checker does. */
  public abstract LeakMode mode();

  /** Registers a resource that must be unregistered later. The last step of its construction. */
  public final void register(Object resource) {
    register(resource, null, null);
  }

  /**
   * Registers a resource that must be unregistered later.
   *
   * @param description what a reader of the report should know of this one, for example a file name
   * @throws IllegalStateException in {@link LeakMode#FAIL} if it is registered already
   */
  @SuppressWarnings("exports")
  public final void register(Object resource, @Nullable String description) {
    register(resource, description, null);
  }

  /**
   * Registers a resource that another one is to release, as a connection its statements. If both
   * leak, reports show this one under its owner; if the owner ends without it, they say where.
   *
   * <p>Only the owner's resource id is kept, so the owner lives no longer for it, and nothing
   * happens to the one when the other is unregistered.
   *
   * @param description what a reader of the report should know of this one; may be null
   * @param owner a resource that is registered with this checker now; null, or anything else, means
   *     that nobody owns it, and is no misuse
   * @throws IllegalStateException in {@link LeakMode#FAIL} if the resource is registered already
   */
  @SuppressWarnings("exports")
  public abstract void register(
      Object resource, @Nullable String description, @Nullable Object owner);

  /**
   * Registers a resource that holds memory, or disk, or whatever else is counted in bytes. Reports
   * of recordings add up what each group holds, and can order the groups by it.
   *
   * @param description as in {@link #register(Object, String, Object)}
   * @param owner as in {@link #register(Object, String, Object)}
   * @param bytes how many bytes it holds, itself and without what it owns; 0 where that is not
   *     known
   * @throws IllegalArgumentException if the number of bytes is negative, unless the mode is {@link
   *     LeakMode#OFF}; then nothing is registered
   * @throws IllegalStateException in {@link LeakMode#FAIL} if the resource is registered already
   */
  @SuppressWarnings("exports")
  public abstract void register(
      Object resource, @Nullable String description, @Nullable Object owner, long bytes);

  /**
   * Unregisters a resource: it was released. For one that must be released exactly once; where a
   * second release is allowed, {@link #tryUnregister} is the call.
   *
   * @throws IllegalStateException in {@link LeakMode#FAIL} if it is not registered
   */
  public abstract void unregister(Object resource);

  /**
   * Unregisters a resource if it is registered: the call for a {@code close()} that may be called
   * again, as {@link AutoCloseable} asks for. Never a misuse.
   *
   * <p>Whether the resource itself was closed is for its owner to know: this returns false, too,
   * where the checker is off.
   *
   * @return whether this call unregistered it; always false in {@link LeakMode#OFF}
   */
  public abstract boolean tryUnregister(Object resource);

  /** Whether a resource is registered; always false in {@link LeakMode#OFF}. */
  public abstract boolean isRegistered(Object resource);

  /**
   * Records that a reference to a resource was added. For reference counts kept elsewhere; {@link
   * RefCounted} does this itself. Without a recording it costs one check; a resource that is not
   * registered is noticed while a recording runs, and always in {@link LeakMode#FAIL}.
   *
   * @param count the resulting count
   * @throws IllegalStateException in {@link LeakMode#FAIL} if the resource is not registered
   */
  public final void retained(Object resource, long count) {
    retained(resource, count, null);
  }

  /**
   * Records that a reference to a resource was added, and who has it. The release that names the
   * same owner gives this reference back, so that in a recording each is paired exactly.
   *
   * @param count the resulting count
   * @param owner the registered resource of this checker that has the reference from now on; null,
   *     or one that is not registered now, means that it is not known who has it
   * @throws IllegalStateException in {@link LeakMode#FAIL} if the resource is not registered
   */
  @SuppressWarnings("exports")
  public abstract void retained(Object resource, long count, @Nullable Object owner);

  /**
   * Records that a reference to a resource was given up; as {@link #retained}. The thread that gave
   * up the last reference may be faster to unregister the resource than another is to tell of an
   * earlier release, so only a negative count is a misuse.
   *
   * @param count the resulting count
   * @throws IllegalStateException in {@link LeakMode#FAIL} if the count is negative
   */
  public final void released(Object resource, long count) {
    released(resource, count, null);
  }

  /**
   * Records that a reference to a resource was given up, and who had it. An owner that is ending
   * gives up its references before it is unregistered, or they are not known to be its own.
   *
   * @param count the resulting count
   * @param owner as in {@link #retained(Object, long, Object)}
   * @throws IllegalStateException in {@link LeakMode#FAIL} if the count is negative
   */
  @SuppressWarnings("exports")
  public abstract void released(Object resource, long count, @Nullable Object owner);

  /**
   * Records that a resource was handed over, or anything else its reader should know. Does nothing
   * without a recording, or if the resource is not registered.
   *
   * @param note a few words, for example {@code handed to FrameDecoder}
   */
  public abstract void touch(Object resource, String note);

  /**
   * Declares a registered resource a wanted immortal: counted apart, never a leak. Does nothing if
   * it is not registered.
   */
  public abstract void ignore(Object resource);

  /**
   * Waits until every resource but the ignored is unregistered, for clean-up that runs in the
   * background.
   *
   * @return whether that happened in time; true at once in {@link LeakMode#OFF}
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public abstract boolean awaitQuiescence(Duration atMost) throws InterruptedException;

  /**
   * Calls the roll: reports every live resource that is not ignored as leaked. May be repeated, and
   * changes nothing. Leaks are logged as one warning and committed as {@code rollcall.Leak} events.
   */
  public abstract LeakReport check();

  /**
   * Calls the roll for the last time, for an application that knows it has released everything. The
   * first call's result stands for the check at exit and is reported at once in its place; further
   * calls return it again. A checker from the {@link #builder} is held by the process until its
   * final check.
   */
  public abstract LeakReport finalCheck();

  /**
   * What this checker has counted so far; calls no roll. Takes some tens of milliseconds for each
   * million of live resources, because it looks for the oldest; all zero in {@link LeakMode#OFF}.
   */
  public abstract LeakStatistics statistics();

  /**
   * What is open now, type by type, in the order in which the types were first seen; what is beyond
   * the first {@value LeakStatistics#MAX_TYPES} is summed up as {@value LeakStatistics#OTHER}.
   * Calls no roll, and may be called as often as metrics are read. The first call has the checker
   * begin to watch how the types grow: a sample every ten seconds. Empty in {@link LeakMode#OFF}.
   */
  public abstract List<OpenResources> openByType();

  /** Makes a {@link LeakChecker}. The defaults: {@link LeakMode#WARN}, {@link SiteMode#ALWAYS}. */
  public static final class Builder {
    private LeakMode mode = LeakMode.WARN;
    private SiteMode sites = SiteMode.ALWAYS;
    private String ignore = "";

    private Builder() {}

    /** What the checker does. */
    public Builder mode(LeakMode value) {
      mode = value;
      return this;
    }

    /** Whether it keeps the site of each registration. */
    public Builder sites(SiteMode value) {
      sites = value;
      return this;
    }

    /**
     * Which types are wanted immortals: patterns of class names separated by commas, {@code *}
     * standing for any characters.
     */
    public Builder ignore(String patterns) {
      ignore = patterns;
      return this;
    }

    /** The checker. */
    public LeakChecker build() {
      return GlobalChecker.separate(mode, sites, ignore);
    }
  }
}
