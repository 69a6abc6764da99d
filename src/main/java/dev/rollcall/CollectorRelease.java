package dev.rollcall;

import java.util.List;

/**
 * Resources of one type that were registered at one site, and that a cleaner or finalizer released
 * because the program had not. They are no leaks, and whether the collector got to them before the
 * check may differ from run to run. An immutable value.
 *
 * @param fingerprint the name that type and site give the group, as of {@link LeakGroup}
 * @param type the class of the resources
 * @param count how many, since the checker was made
 * @param site where they were registered, innermost frame first; empty where that is not known
 */
public record CollectorRelease(
    String fingerprint, String type, long count, List<StackTraceElement> site) {
  /** Copies the list. */
  public CollectorRelease {
    site = List.copyOf(site);
  }
}
