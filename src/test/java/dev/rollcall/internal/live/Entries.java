package dev.rollcall.internal.live;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.settings.Settings;
import java.util.Comparator;
import java.util.List;

/** What a test needs to make entries by hand. */
public final class Entries {
  private Entries() {}

  /** What lives in a checker, oldest first. */
  public static List<Entry> byAge(ActiveChecker checker) {
    return checker.live.all().stream().sorted(Comparator.comparingLong(e -> e.id)).toList();
  }

  /** The type of resources that no running checker knows of. */
  static TypeCount type() {
    ActiveChecker checker =
        new ActiveChecker(-1, Settings.separate(LeakMode.WARN, SiteMode.NEVER, ""));
    return new TypeCount(checker, Object.class, false);
  }
}
