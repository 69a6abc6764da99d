package dev.rollcall.analysis.age;

import dev.rollcall.analysis.age.OverdueNotice.Counts;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.recording.LifecycleEvent.Overdue;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one checker has called overdue, in whatever order and however often it is read. */
public final class OverdueLog {
  private static final long MILLI = 1_000_000;

  private final Map<Long, Overdue> found = new HashMap<>();
  private final Map<Long, Overdue> returned = new HashMap<>();

  /** Nothing read yet. */
  public OverdueLog() {}

  public void add(Overdue event) {
    (event.returned() ? returned : found).merge(event.resourceId(), event, OverdueLog::first);
  }

  /** Each chunk says again what is overdue; only the first says what its holder did. */
  private static Overdue first(Overdue one, Overdue other) {
    return other.span().ageMillis() < one.span().ageMillis() ? other : one;
  }

  /** Adds what another file of the same JVM has. */
  public void addAll(OverdueLog other) {
    other.found.values().forEach(this::add);
    other.returned.values().forEach(this::add);
  }

  /** What was found, each when it was found first, in no order. */
  public void forEachFound(Consumer<Overdue> consumer) {
    found.values().forEach(consumer);
  }

  /** By group, in a recording that ends at a time in nanoseconds since 1970. */
  public List<OverdueNotice> notices(long end) {
    return notices(end, id -> 0);
  }

  /**
   * As {@link #notices(long)}, with when a resource was registered, or 0: the program knows that to
   * a few tenths of a second only.
   */
  public List<OverdueNotice> notices(long end, LongUnaryOperator registered) {
    Map<String, Tally> groups = new TreeMap<>();
    TreeSet<Long> ids = new TreeSet<>(found.keySet());
    ids.addAll(returned.keySet());
    for (long id : ids) {
      Overdue event = Objects.requireNonNullElse(found.get(id), returned.get(id));
      String fingerprint =
          Objects.requireNonNullElse(event.fingerprint(), Fingerprint.unknown(event.type()));
      groups
          .computeIfAbsent(fingerprint, Tally::new)
          .add(found.get(id), returned.get(id), end, registered.applyAsLong(id));
    }
    List<OverdueNotice> notices = new ArrayList<>();
    groups.values().forEach(group -> notices.add(group.notice()));
    return notices;
  }

  /** One group, counted up. */
  private static final class Tally {
    private final String fingerprint;
    private String type = "";
    private Site site = Site.NONE;
    private long named;
    private long others;
    private long back;
    private long backUnnamed;
    private long oldest;
    private long longest;
    private long expected;
    private Holder holder = Holder.UNKNOWN;
    private long heldSince = Long.MAX_VALUE;
    private boolean heldOpen;

    Tally(String fingerprint) {
      this.fingerprint = fingerprint;
    }

    void add(@Nullable Overdue call, @Nullable Overdue end, long endOfRecording, long began) {
      if (call != null) {
        named++;
        others += call.others();
      }
      if (end != null) {
        back += 1 + end.others();
        backUnnamed += (call == null ? 1 : 0) + end.others();
        longest = Math.max(longest, end.span().ageMillis());
        know(end);
      }
      if (call != null) {
        know(call);
        long registered =
            began > 0 ? began : call.moment().time() - call.span().ageMillis() * MILLI;
        if (end == null) {
          long age = (endOfRecording - registered) / MILLI;
          oldest = Math.max(oldest, began > 0 ? age : Math.max(call.span().ageMillis(), age));
        }
        hold(call.holder(), registered, end == null);
      }
    }

    private void know(Overdue event) {
      type = type.isEmpty() ? event.type() : type;
      site = site.isUnknown() ? event.site() : site;
      expected = Math.max(expected, event.span().expectedMillis());
    }

    /** Of those with a stack, and of those that are open, the oldest tells most. */
    private void hold(Holder candidate, long registered, boolean isOpen) {
      boolean isKnown = !candidate.stack().isUnknown() || candidate.hasEnded();
      boolean tellsMore = isOpen == heldOpen ? registered < heldSince : isOpen;
      boolean isBetter = holder.equals(Holder.UNKNOWN) || (isKnown && tellsMore);
      if (isBetter) {
        holder = candidate;
        heldSince = registered;
        heldOpen = isOpen;
      }
    }

    /**
     * What returned without an event of its own when it was found was counted in another's then, or
     * that event is in no file. Events may be missing: more cannot have returned than were overdue.
     */
    OverdueNotice notice() {
      long count = Math.max(named + Math.max(others, backUnnamed), back);
      return new OverdueNotice(
          fingerprint,
          type,
          site,
          new Counts(count, back, count > back ? oldest : 0, longest),
          expected,
          holder);
    }
  }
}
