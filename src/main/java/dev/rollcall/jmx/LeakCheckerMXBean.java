package dev.rollcall.jmx;

import java.util.List;
import javax.management.ConstructorParameters;

/**
 * What JMX tells of a leak checker: {@value LeakCheckerBean#NAME}. Attributes are cheap to read,
 * but for {@link #getOldestAgeMillis}, which takes some tens of milliseconds for each million of
 * live resources.
 */
public interface LeakCheckerMXBean {
  /** What the checker does: {@code warn} or {@code fail}. */
  String getMode();

  /** How many resources are live, the ignored included. */
  long getLive();

  /** How many resources have been registered. */
  long getRegistered();

  /** How many resources have been unregistered. */
  long getReleased();

  /**
   * Of how many of the registered recordings have no steps: their settings give a budget of lives a
   * second. They are counted and checked as all others are.
   */
  long getUnfollowed();

  /** How often resources have been misused. */
  long getMisused();

  /** The age of the oldest live resource that is not ignored; -1 when there is none. */
  long getOldestAgeMillis();

  /** When the latest check was made, in milliseconds since 1970; -1 when there was none. */
  long getLastCheckMillis();

  /** How many leaks the latest check found; -1 when there was none. */
  long getLastCheckLeaked();

  /** The counts by type: of the first hundred that were seen, and of all others together. */
  List<TypeCounts> getTypes();

  /**
   * What is open now, by type, bounded as {@link #getTypes} is: the age of the oldest, the growth
   * and the overdue, too. Cheap to read, but by chance for a look at all live resources, which is
   * taken so rarely that it needs a hundredth of one processor at most.
   */
  List<OpenType> getOpenTypes();

  /**
   * Where most live resources that are not ignored were registered. Makes no check: nothing is
   * logged or recorded.
   *
   * @param atMost how many sites to tell of
   */
  List<Site> topSites(int atMost);

  /** Calls the roll, as {@link dev.rollcall.LeakChecker#check} does, and returns the report. */
  String check();

  /** The counts of one type. */
  final class TypeCounts {
    private final String type;
    private final long live;
    private final long registered;
    private final long released;
    private final long misused;

    /** For JMX. */
    @ConstructorParameters({"type", "live", "registered", "released", "misused"})
    public TypeCounts(String type, long live, long registered, long released, long misused) {
      this.type = type;
      this.live = live;
      this.registered = registered;
      this.released = released;
      this.misused = misused;
    }

    /** Name of the class, or {@code other}. */
    public String getType() {
      return type;
    }

    /** How many are live, the ignored included. */
    public long getLive() {
      return live;
    }

    /** How many have been registered. */
    public long getRegistered() {
      return registered;
    }

    /** How many have been unregistered. */
    public long getReleased() {
      return released;
    }

    /** How often they have been misused. */
    public long getMisused() {
      return misused;
    }
  }

  /** What is open of one type. */
  final class OpenType {
    private final String type;
    private final long open;
    private final long oldestAgeMillis;
    private final double growthPerMinute;
    private final long overdue;

    /** For JMX. */
    @ConstructorParameters({"type", "open", "oldestAgeMillis", "growthPerMinute", "overdue"})
    public OpenType(
        String type, long open, long oldestAgeMillis, double growthPerMinute, long overdue) {
      this.type = type;
      this.open = open;
      this.oldestAgeMillis = oldestAgeMillis;
      this.growthPerMinute = growthPerMinute;
      this.overdue = overdue;
    }

    /** Name of the class, or {@code other}. */
    public String getType() {
      return type;
    }

    /** How many are open, the ignored included. */
    public long getOpen() {
      return open;
    }

    /** The age of the oldest that is not ignored; -1 when there is none, or it is not known now. */
    public long getOldestAgeMillis() {
      return oldestAgeMillis;
    }

    /**
     * By how many the fewest that are open become more a minute, over the last ten minutes; NaN
     * where it is too early to say, which is in the first two minutes.
     */
    public double getGrowthPerMinute() {
      return growthPerMinute;
    }

    /** How many are older than {@code rollcall.expect} says. */
    public long getOverdue() {
      return overdue;
    }
  }

  /** Live resources of one type that were registered at one site. */
  final class Site {
    private final String type;
    private final long live;
    private final long oldestAgeMillis;
    private final String fingerprint;
    private final List<String> stack;

    /** For JMX. */
    @ConstructorParameters({"type", "live", "oldestAgeMillis", "fingerprint", "stack"})
    public Site(
        String type, long live, long oldestAgeMillis, String fingerprint, List<String> stack) {
      this.type = type;
      this.live = live;
      this.oldestAgeMillis = oldestAgeMillis;
      this.fingerprint = fingerprint;
      this.stack = List.copyOf(stack);
    }

    /** Name of the class. */
    public String getType() {
      return type;
    }

    /** How many are live. */
    public long getLive() {
      return live;
    }

    /** The age of the oldest. */
    public long getOldestAgeMillis() {
      return oldestAgeMillis;
    }

    /** The name that reports have for the group. */
    public String getFingerprint() {
      return fingerprint;
    }

    /** Where they were registered, innermost frame first; empty when no site is kept. */
    public List<String> getStack() {
      return stack;
    }
  }
}
