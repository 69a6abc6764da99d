package dev.rollcall.gate;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import java.util.Locale;
import java.util.Set;

/**
 * Which findings fail a build. A leak of which is not known whether it is held or lost fails a
 * build that fails on either.
 */
public record FailOn(Set<Kind> kinds) {
  /** What fails a build where nothing else is said. */
  public static final FailOn DEFAULT = new FailOn(Set.of(Kind.LEAKS, Kind.MISUSE, Kind.UNSURE));

  public FailOn {
    kinds = Set.copyOf(kinds);
  }

  /** A kind of finding. */
  public enum Kind {
    /** A resource that leaked. */
    LEAKS,
    /** A leaked resource that something still referenced. */
    HELD,
    /** A leaked resource that had been collected. */
    LOST,
    /** A misuse. */
    MISUSE,
    /** A resource that only a cleaner or finalizer released. */
    COLLECTOR,
    /**
     * A resource that was overdue: by what the program allows, returned or not; or open, and far
     * older than its released siblings became.
     */
    OVERDUE,
    /** Nothing, where clean cannot be promised. */
    UNSURE;

    /** The word on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether findings have what fails. */
  public boolean isFoundIn(Findings findings) {
    long leaked = findings.totals().leaked();
    long held = findings.groups().stream().mapToLong(LeakFinding::held).sum();
    long lost = findings.groups().stream().mapToLong(LeakFinding::lost).sum();
    return fails(Kind.LEAKS, leaked > 0)
        || fails(Kind.HELD, leaked > lost)
        || fails(Kind.LOST, leaked > held)
        || fails(Kind.MISUSE, findings.totals().misused() > 0)
        || fails(Kind.COLLECTOR, !findings.byCollector().isEmpty())
        || fails(Kind.OVERDUE, findings.open().hasOverdue());
  }

  private boolean fails(Kind kind, boolean found) {
    return found && kinds.contains(kind);
  }

  /** Whether findings that have nothing that fails do not prove that there is nothing. */
  public boolean isInDoubt(Findings findings) {
    return kinds.contains(Kind.UNSURE) && !findings.isSure();
  }
}
