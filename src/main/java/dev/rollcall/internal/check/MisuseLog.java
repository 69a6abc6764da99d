package dev.rollcall.internal.check;

import dev.rollcall.LeakMode;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.live.ThreadName;
import dev.rollcall.internal.live.Trace;
import dev.rollcall.internal.outside.Log;
import dev.rollcall.internal.scope.Blame;
import dev.rollcall.internal.scope.BlamedMisuse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says of each misuse what the mode wants said: an exception, or one warning per site. */
public final class MisuseLog {
  private static final int MAX_SITES = 1_000;

  private final int checkerId;
  private final LeakMode mode;
  private final Supplier<@Nullable Blame> blame;
  private final Consumer<Class<?>> countType;
  private final LongAdder count = new LongAdder();
  private final Set<String> sites = ConcurrentHashMap.newKeySet();

  /**
   * A log that has seen nothing yet.
   *
   * @param blame says who is to be blamed for what the calling thread does, if anybody
   * @param countType told the type of each resource that is misused
   */
  public MisuseLog(
      int checkerId, LeakMode mode, Supplier<@Nullable Blame> blame, Consumer<Class<?>> countType) {
    this.checkerId = checkerId;
    this.mode = mode;
    this.blame = blame;
    this.countType = countType;
  }

  public long count() {
    return count.sum();
  }

  /**
   * Reports a misuse of a resource; {@code id} is 0 when it is not known.
   *
   * @throws IllegalStateException in {@code FAIL}
   */
  public void report(Misuse kind, long id, Class<?> type, String message) {
    commit(kind, id, type, message);
    if (mode == LeakMode.FAIL) {
      throw new IllegalStateException(message);
    }
    List<StackTraceElement> site = new Trace().site();
    if (sites.size() < MAX_SITES && sites.add(Fingerprint.of(kind.word(), site))) {
      StringBuilder warning =
          new StringBuilder(
              String.format("Rollcall: misuse (%s): %s", kind.word(), Printable.of(message)));
      Caller.frames(site, type)
          .forEach(frame -> warning.append("\n    at ").append(Words.frame(frame)));
      Log.warn(warning.toString());
    }
  }

  /** Counts and records a misuse that its caller answers with an exception in every mode. */
  public void commit(Misuse kind, long id, Class<?> type, String message) {
    count.increment();
    countType.accept(type);
    Blame blamed = blame.get();
    if (blamed != null) {
      blamed
          .scope()
          .add(
              new BlamedMisuse(
                  kind.word(), message, new Trace().site(), ThreadName.current(), blamed));
    }
    if (EventDoor.isOpen()) {
      CheckEvents.misuse(checkerId, kind.word(), id, type, message);
    }
  }
}
