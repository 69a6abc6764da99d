package dev.rollcall.internal.overdue;

import static java.util.Objects.requireNonNull;

import dev.rollcall.common.SiteText;
import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import dev.rollcall.internal.live.LiveMap;
import dev.rollcall.internal.live.Steps;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.live.TypeCounts;
import dev.rollcall.internal.outside.Log;
import dev.rollcall.internal.settings.Expectations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for live resources of a checker that are older than expected, and tells of them: a warning
 * and an event, when one is found and when it returns. Made only where something is expected.
 *
 * <p>The live map is looked through in parts, a few milliseconds at a time, because the clock waits
 * meanwhile; {@link Pace} says when. What is found within one look is bounded by its time, and the
 * rest is found by the next. For the watching thread only.
 */
public final class OverdueWatch {
  private static final long LOOK_NANOS = 4_000_000;

  /** As the clock: an age may be known so many tenths of a second too high. */
  private static final int SLACK = 3;

  /** Of others only the type is told. */
  private static final int MAX_GROUPS = 1_000;

  /** In one look; the others are counted in the event of another one of their group. */
  private static final int MAX_EVENTS = 100;

  /** Taken in one look for events. */
  private static final int MAX_STACKS = 10;

  private final int checkerId;
  private final LiveMap live;
  private final TypeCounts types;
  private final BooleanSupplier ended;
  private final Pace pace;
  private final Notices notices;
  private final Map<String, LateGroup> groups = new LinkedHashMap<>();
  private final Queue<LateResource> returned = new ConcurrentLinkedQueue<>();
  private final List<Entry> entries = new ArrayList<>();
  private boolean returnsToTell;
  private int pass;
  private int part;
  private int events;
  private int stacks;

  private OverdueWatch(
      int checkerId, LiveMap live, TypeCounts types, Duration shortest, BooleanSupplier ended) {
    this.checkerId = checkerId;
    this.live = live;
    this.types = types;
    this.ended = ended;
    long now = System.nanoTime();
    this.pace = new Pace(shortest, now);
    this.notices = new Notices(Log::notice, now);
  }

  /**
   * One that has seen nothing; null where nothing is expected.
   *
   * @param ended says whether the checker's final check has been made
   */
  public static @Nullable OverdueWatch of(
      int checkerId, LiveMap live, TypeCounts types, Expectations expect, BooleanSupplier ended) {
    Duration shortest = expect.shortest();
    return shortest == null ? null : new OverdueWatch(checkerId, live, types, shortest, ended);
  }

  /** Takes the next look, if it is time. */
  public void look() {
    if (ended.getAsBoolean()) {
      return;
    }
    tellReturned();
    long begun = System.nanoTime();
    if (!pace.isDue(begun)) {
      return;
    }
    boolean passed = lookOn(begun);
    pace.looked(begun, System.nanoTime(), passed);
  }

  /**
   * Looks on from where the last look, which began at another time, has ended; whether that was
   * all.
   */
  boolean lookOn(long begun) {
    if (part == 0 && !beginPass()) {
      return true;
    }
    events = 0;
    stacks = 0;
    if (!isThrough(begun)) {
      return false;
    }
    part = 0;
    countOthers();
    notices.overdue(groups.values(), System.nanoTime());
    return true;
  }

  /** Says what is overdue from now on; false if nothing of a type of which is expected lives. */
  private boolean beginPass() {
    int now = CoarseClock.now();
    boolean isAny = false;
    for (TypeCount type : types.all()) {
      Duration expected = type.expected;
      if (expected != null && type.registered.sum() > type.unregistered.sum()) {
        isAny = true;
        type.overdueBefore((int) Math.max(Integer.MIN_VALUE, now - SLACK - tenths(expected)));
      }
    }
    if (isAny) {
      pass++;
      groups.values().forEach(LateGroup::beginPass);
    }
    return isAny;
  }

  private static long tenths(Duration expected) {
    return (expected.toMillis() + 99) / 100;
  }

  /** Looks at further parts of the live map; whether they were the last. */
  private boolean isThrough(long begun) {
    try {
      while (part < live.parts()) {
        entries.clear();
        live.addTo(entries, part);
        for (Entry entry : entries) {
          if (entry.isOverdue() && isFound(entry) && System.nanoTime() - begun >= LOOK_NANOS) {
            return false; // the rest of this part comes first in the next look
          }
          if (entry.isIgnored()) {
            leave(entry);
          }
        }
        part++;
        if (System.nanoTime() - begun >= LOOK_NANOS) {
          return part == live.parts();
        }
      }
      return true;
    } finally {
      entries.clear();
    }
  }

  /** An ignored one may have been called overdue before it was. */
  private static void leave(Entry entry) {
    Steps.Held held = entry.held();
    if (held != null && held.late() instanceof LateResource late) {
      late.leave();
    }
  }

  /** Calls a resource overdue; false if that was done before, or it was released meanwhile. */
  private boolean isFound(Entry entry) {
    Steps.Held held = entry.held();
    if (held == null) {
      return false;
    }
    Steps.Late before = held.late();
    if (before != null) {
      if (before instanceof LateResource late) {
        late.group.seen(late, pass);
      }
      return false;
    }
    LateGroup group = group(entry);
    LateResource late = new LateResource(entry, group, checkerId, returned);
    boolean isRecorded = EventDoor.isOpen();
    CheckEvents.Overdue event =
        isRecorded && events < MAX_EVENTS ? CheckEvents.beginOverdue() : null;
    if (!held.call(late)) {
      return false;
    }
    group.type.addOverdue(1);
    group.found++;
    if (event != null) {
      late.recorded = true;
      commit(event, late);
    } else if (isRecorded) {
      late.counted = true;
      group.foundUncounted++;
      group.uncounted = late;
    }
    if (late.isTold()) {
      group.seen(late, pass);
    }
    return true;
  }

  /**
   * Commits, as a chunk ends, that a resource is overdue, if it was found to be: the chunk that
   * said so may be gone, or no recording may have run then. Waits for nobody.
   */
  public static void recordAgain(Entry entry) {
    Steps.Held held = entry.held();
    if (held != null && held.late() instanceof LateResource late && !entry.isIgnored()) {
      late.recordAgain();
    }
  }

  private LateGroup group(Entry entry) {
    KnownSite site = groups.size() < MAX_GROUPS ? entry.site() : null;
    String fingerprint = site == null ? entry.type.unknownSite : site.fingerprint();
    return groups.computeIfAbsent(
        fingerprint,
        unknown ->
            new LateGroup(
                entry.type, fingerprint, site, requireNonNull(entry.type.expected).toMillis()));
  }

  private void commit(CheckEvents.Overdue event, LateResource late) {
    LateGroup group = late.group;
    boolean withStack = !group.stackRecorded && stacks < MAX_STACKS;
    Holder holder = withStack ? Holder.withStack(late.entry) : Holder.of(late.entry);
    if (withStack) {
      group.stackRecorded = true;
      stacks++;
    }
    List<StackTraceElement> stack = holder.stack();
    event.found(
        late.event(System.currentTimeMillis()),
        holder.name(),
        holder.hasEnded(),
        stack == null || stack.isEmpty() ? null : SiteText.print(stack),
        group.foundUncounted);
    group.foundUncounted = 0;
    events++;
  }

  /** Commits one more event of each group of which some were found and not recorded. */
  private void countOthers() {
    if (!EventDoor.isOpen()) {
      return;
    }
    for (LateGroup group : groups.values()) {
      LateResource one = group.uncounted;
      if (one != null && group.foundUncounted > 0) {
        group.foundUncounted--;
        one.hasEvent(); // so its return has one, too
        commit(CheckEvents.beginOverdue(), one);
      }
      group.uncounted = null;
    }
  }

  private void tellReturned() {
    LateResource late;
    while ((late = returned.poll()) != null) {
      LateGroup group = late.group;
      group.returned++;
      group.longestReturnedMillis = Math.max(group.longestReturnedMillis, late.returnedAfter());
      group.lastReturned = late;
      returnsToTell = true;
      if (late.counted && EventDoor.isOpen()) {
        late.recordOthers();
      }
    }
    if (returnsToTell) {
      returnsToTell = !notices.returned(groups.values(), System.nanoTime());
    }
  }
}
