package dev.rollcall.internal.live;

import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import java.util.Comparator;
import java.util.List;

/** What a test needs to make entries by hand. */
public final class Entries {
  private Entries() {}

  /** What lives in a checker, oldest first. */
  public static List<Entry> byAge(ActiveChecker checker) {
    return checker.state.live.all().stream().sorted(Comparator.comparingLong(e -> e.id)).toList();
  }

  /** The type of resources that no running checker knows of. */
  static TypeCount type() {
    return new TypeCount(Object.class, false, null, new Sites(SiteMode.NEVER, 0), collected -> {});
  }
}
