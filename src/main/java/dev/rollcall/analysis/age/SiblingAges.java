package dev.rollcall.analysis.age;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How old the released resources of a group became, and how old they could have become: a life that
 * began a minute before the recording ended says nothing of lives that last an hour. So the
 * beginnings of the earliest hundred are kept, and that of the latest. Not thread-safe.
 *
 * <p>Times are nanoseconds of one clock, whatever its zero is.
 */
public final class SiblingAges {
  /** So many make a rule of what they did. */
  static final int MANY = 100;

  private final LifetimeSketch lifetimes = new LifetimeSketch();
  private long[] earliest = {};
  private int begun;
  private long latest = Long.MIN_VALUE;

  /** Counts a life. */
  public void add(long began, long ended) {
    lifetimes.add(ended - began);
    addBeginning(began);
    latest = Math.max(latest, began);
  }

  /** Takes a life of which only the last part is known: it is no shorter than that. */
  public void addPart(long began, long ended) {
    lifetimes.addLongest(ended - began);
  }

  private void addBeginning(long began) {
    if (begun == MANY && began >= earliest[begun - 1]) {
      return;
    }
    if (begun == earliest.length) {
      earliest = Arrays.copyOf(earliest, Math.min(MANY, Math.max(4, begun * 2)));
    }
    int at = begun < MANY ? begun++ : begun - 1;
    while (at > 0 && earliest[at - 1] > began) {
      earliest[at] = earliest[at - 1];
      at--;
    }
    earliest[at] = began;
  }

  /** Counts the lives of another one on the same clock, too. */
  public void addAll(SiblingAges other) {
    addAll(other, 0);
  }

  /** Counts the lives of another one, too, on whose clock {@code zero} is what is 0 on this one. */
  public void addAll(SiblingAges other, long zero) {
    addWatched(other, zero);
    if (other.latest != Long.MIN_VALUE) {
      latest = Math.max(latest, other.latest - zero);
    }
  }

  /**
   * As {@link #addAll(SiblingAges, long)}, of another run: it does not tell when this one slept.
   */
  public void addWatched(SiblingAges other, long zero) {
    lifetimes.addAll(other.lifetimes);
    Arrays.stream(other.earliest, 0, other.begun).forEach(began -> addBeginning(began - zero));
  }

  /** So long they lived. */
  public LifetimeSketch lifetimes() {
    return lifetimes;
  }

  /** For how long the hundredth was watched up to a time; -1 where there are fewer. */
  long watchedMillis(long until) {
    return begun < MANY ? -1 : TimeUnit.NANOSECONDS.toMillis(until - earliest[MANY - 1]);
  }

  /** How long before a time the last of them began. */
  long quietMillis(long until) {
    return latest == Long.MIN_VALUE
        ? Long.MAX_VALUE
        : TimeUnit.NANOSECONDS.toMillis(until - latest);
  }
}
