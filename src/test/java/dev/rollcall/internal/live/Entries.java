package dev.rollcall.internal.live;

import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/** What a test needs to make entries by hand. */
public final class Entries {
  private static final VarHandle REGISTERED_AT;

  /** The clock of a test has just begun, and what has ended is known by a time below zero. */
  private static final int MANY_TICKS = 1_000_000;

  static {
    try {
      REGISTERED_AT =
          MethodHandles.privateLookupIn(Entry.class, MethodHandles.lookup())
              .findVarHandle(Entry.class, "registeredAt", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Entries() {}

  /** What lives in a checker, oldest first. */
  public static List<Entry> byAge(ActiveChecker checker) {
    return checker.state.live.all().stream().sorted(Entry::compareByAge).toList();
  }

  /** One that was registered so many ticks of the clock ago. */
  public static Entry registered(int ticksAgo, Object resource, long id, TypeCount type) {
    Entry entry = new Entry(resource, id, type, null);
    REGISTERED_AT.set(entry, CoarseClock.now() + MANY_TICKS - ticksAgo);
    return entry;
  }

  /** The type of resources that no running checker knows of. */
  static TypeCount type() {
    return new TypeCount(Object.class, false, null, new Sites(SiteMode.NEVER, 0), collected -> {});
  }
}
