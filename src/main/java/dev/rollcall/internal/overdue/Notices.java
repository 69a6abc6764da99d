package dev.rollcall.internal.overdue;

import dev.rollcall.internal.live.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Says what is overdue, and what returned late: of each group the first at once, and then once a
 * minute at most with the count so far; and {@value #MOST} warnings a minute of all groups. What
 * has to wait is told when its turn comes.
 */
final class Notices {
  static final int MOST = 10;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /** Those that have not been told of come first, then those with most to tell. */
  private static final Comparator<LateGroup> ORDER =
      Comparator.comparing((LateGroup group) -> !group.overdue.isFirst())
          .thenComparing(Comparator.comparingLong((LateGroup group) -> group.open).reversed())
          .thenComparing(group -> group.fingerprint);

  private final Consumer<String> log;
  private long minuteBegun;
  private int told;
  private boolean leftOutTold;

  /** {@code log} is told each warning and may not wait; times are by {@link System#nanoTime}. */
  Notices(Consumer<String> log, long now) {
    this.log = log;
    this.minuteBegun = now;
  }

  /** Warns of what a pass has found. */
  void overdue(Collection<LateGroup> groups, long now) {
    List<LateGroup> due =
        groups.stream()
            .filter(group -> group.oldest != null)
            .filter(group -> group.overdue.isDue(group.found, now, MINUTE))
            .sorted(ORDER)
            .toList();
    int leftOut = 0;
    for (LateGroup group : due) {
      Entry oldest = group.oldest;
      if (oldest == null || oldest.hasEnded()) {
        continue; // the next pass knows which one is the oldest then
      }
      if (!mayTell(now)) {
        leftOut++;
        continue;
      }
      group.overdue.told(group.found, now);
      long age = Math.max(0, System.currentTimeMillis() - oldest.registeredAt());
      log.accept(LateText.overdue(group, oldest, age, Holder.withStack(oldest)));
    }
    if (leftOut > 0 && !leftOutTold) {
      leftOutTold = true;
      log.accept(LateText.leftOut(leftOut, MOST));
    }
  }

  /** Says what has returned; false if there is more to say later. */
  boolean returned(Collection<LateGroup> groups, long now) {
    boolean isAll = true;
    for (LateGroup group : groups) {
      LateResource last = group.lastReturned;
      if (last == null) {
        continue;
      }
      if (group.late.isDue(group.returned, now, MINUTE) && mayTell(now)) {
        group.late.told(group.returned, now);
        group.lastReturned = null;
        log.accept(LateText.returned(group, last));
      } else {
        isAll = false;
      }
    }
    return isAll;
  }

  private boolean mayTell(long now) {
    if (now - minuteBegun >= MINUTE) {
      minuteBegun = now;
      told = 0;
      leftOutTold = false;
    }
    if (told == MOST) {
      return false;
    }
    told++;
    return true;
  }
}
