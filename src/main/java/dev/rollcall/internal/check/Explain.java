package dev.rollcall.internal.check;

import dev.rollcall.RefCounted;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.Quarantine;
import org.jspecify.annotations.Nullable;

/** What was misused and how it came to that, in a sentence. */
public final class Explain {
  private Explain() {}

  public static String doubleRegister(Entry present) {
    Detail detail = present.detail();
    return String.format(
        "%s was registered twice, the first time %s ago%s",
        name(present),
        TimeSpan.age(since(present.registeredAt())),
        detail == null || detail.thread == null ? "" : " by thread " + Printable.of(detail.thread));
  }

  public static String doubleUnregister(Quarantine.End end, Class<?> type) {
    return name(end.entry()) + " was unregistered a second time" + end(end, type);
  }

  public static String unknownUnregister(Object resource) {
    String type = name(resource);
    return resource instanceof RefCounted
        ? type + " was destroyed but never registered: its constructor must end with register()"
        : type
            + " was unregistered but never registered, or it ended too long ago to be remembered";
  }

  public static String negativeCount(Entry entry, long count) {
    return name(entry) + " was released more often than retained: its count is " + count;
  }

  public static String usedAfterEnd(
      Object resource, String verb, Quarantine.@Nullable End end, Class<?> type) {
    return (end == null ? name(resource) : name(end.entry()))
        + " was "
        + verb
        + " while not registered"
        + (end == null ? "" : end(end, type));
  }

  /** How a resource ended, to be appended to a sentence. */
  public static String end(Quarantine.End end, Class<?> type) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "; it ended %s ago in thread %s",
            TimeSpan.age(since(CoarseClock.millis(end.time()))), Printable.of(end.thread())));
    Quarantine.Place place = end.place();
    if (place != null) {
      text.append(Caller.words(place.site(), type));
    }
    return text.toString();
  }

  private static String name(Entry entry) {
    return Printable.of(entry.type.name) + " " + Words.id(entry.id);
  }

  private static String name(Object resource) {
    return Printable.of(resource.getClass().getTypeName());
  }

  private static long since(long millis) {
    return Math.max(0, System.currentTimeMillis() - millis);
  }
}
