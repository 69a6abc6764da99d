package dev.rollcall.internal;

import static java.util.Objects.requireNonNull;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.RefCounted;
import dev.rollcall.event.EventDoor;
import dev.rollcall.event.LifecycleEvents;
import dev.rollcall.internal.check.Explain;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.check.Misuse;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.exit.Checkers;
import dev.rollcall.internal.exit.ExitCheck;
import dev.rollcall.internal.exit.FinalCheck;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.Quarantine;
import dev.rollcall.internal.live.Quiescence;
import dev.rollcall.internal.live.ScopedDetail;
import dev.rollcall.internal.live.ThreadName;
import dev.rollcall.internal.live.Trace;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.scope.Blame;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.internal.settings.Settings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The checker that checks. Each step goes the same way: the live map first, then the totals, then
 * the event, so that whatever a recording tells of is in the totals too.
 */
public final class ActiveChecker extends LeakChecker {
  private static final AtomicLong RESOURCE_IDS = new AtomicLong();

  /** What it has; for the checks over it. */
  public final State state;

  private final Quarantine released = new Quarantine();
  private final Quiescence quiescence = new Quiescence();
  private final FinalCheck finalCheck;

  /** A checker that has no part in checkpoints; see {@link #start}. */
  public ActiveChecker(State state) {
    this.state = state;
    this.finalCheck = new FinalCheck(state);
  }

  /** Starts a checker apart from the global one. */
  static ActiveChecker start(Settings settings) {
    return start(settings, null);
  }

  /** Starts a checker; if there is a scope, that is blamed for all that is registered with it. */
  static ActiveChecker start(Settings settings, @Nullable Scope owner) {
    State state = new State(Checkers.nextId(), settings, owner);
    Checkers.start(state);
    return new ActiveChecker(state);
  }

  /** Starts the checker with id 0, which calls the roll at exit. */
  static ActiveChecker startGlobal(Settings settings) {
    State state = new State(0, settings, null);
    ActiveChecker global = new ActiveChecker(state);
    Checkers.start(state);
    ExitCheck.install(state, global.finalCheck);
    return global;
  }

  @Override
  public LeakMode mode() {
    return state.settings.mode();
  }

  @Override
  public void register(Object resource, @Nullable String description, @Nullable Object owner) {
    long ownerId = idOf(owner);
    Entry entry = enter(resource, resource.getClass(), description, ownerId);
    if (entry != null && EventDoor.isOpen()) {
      LifecycleEvents.register(state.id, entry.id, resource.getClass(), description, ownerId);
    }
  }

  /** The id of a registered resource; 0 for anything else. */
  private long idOf(@Nullable Object resource) {
    Entry entry = resource == null ? null : state.live.get(resource);
    return entry == null ? 0 : entry.id;
  }

  /**
   * Registers what stands for a resource of another type, for an adapter to a library that uses its
   * objects again and so gives them no identity. Commits its event itself, for a recording has only
   * so many frames of each stack.
   */
  public void register(Object resource, Class<?> resourceType, @Nullable String description) {
    Entry entry = enter(resource, resourceType, description, 0);
    if (entry != null && EventDoor.isOpen()) {
      LifecycleEvents.register(state.id, entry.id, resourceType, description, 0);
    }
  }

  /**
   * Puts an entry into the live map and counts it; null if the resource had one. Its owner has its
   * id already, so that an owner's id is always the smaller one.
   */
  private @Nullable Entry enter(
      Object resource, Class<?> resourceType, @Nullable String description, long ownerId) {
    TypeCount type = state.types.get(resourceType);
    Trace trace = state.sites.wanted() ? new Trace() : null;
    Blame blame = state.blame();
    Detail detail =
        blame != null
            ? new ScopedDetail(description, trace, blame, ownerId)
            : trace == null && description == null && ownerId == 0
                ? null
                : new Detail(description, ThreadName.current(), trace, ownerId);
    Entry entry = new Entry(resource, RESOURCE_IDS.incrementAndGet(), type, detail);
    Entry present = state.live.putIfAbsent(resource, entry);
    if (present != null) {
      state.sites.release(entry);
      state.misuses.report(
          Misuse.DOUBLE_REGISTER, present.id, resourceType, Explain.doubleRegister(present));
      return null;
    }
    type.registered.increment();
    return entry;
  }

  @Override
  public void unregister(Object resource) {
    unregister(resource, null);
  }

  /** Unregisters a resource whose counter has a sequence of its own; this is its last step's. */
  public void unregister(Object resource, int sequence) {
    unregister(resource, (Integer) sequence);
  }

  private void unregister(Object resource, @Nullable Integer sequence) {
    Entry entry = state.live.remove(requireNonNull(resource));
    if (entry == null) {
      unknown(resource);
      return;
    }
    entry.end();
    entry.type.unregistered.increment();
    state.sites.release(entry);
    released.add(
        resource,
        new Quarantine.End(
            entry,
            ThreadName.current(),
            CoarseClock.now(),
            state.sites.ofReleases() ? new Trace() : null));
    if (EventDoor.isOpen()) {
      int last = sequence != null ? sequence : entry.sequence();
      LifecycleEvents.unregister(state.id, entry.id, typeOf(entry, resource), last);
    }
    quiescence.unregistered();
  }

  private void unknown(Object resource) {
    Quarantine.End end = released.of(resource);
    if (end != null) {
      state.misuses.report(
          Misuse.DOUBLE_UNREGISTER,
          end.entry().id,
          typeOf(end.entry(), resource),
          Explain.doubleUnregister(end));
    } else {
      state.misuses.report(
          Misuse.UNKNOWN_UNREGISTER, 0, resource.getClass(), Explain.unknownUnregister(resource));
    }
  }

  @Override
  public boolean isRegistered(Object resource) {
    return state.live.get(requireNonNull(resource)) != null;
  }

  @Override
  public void retained(Object resource, long count, @Nullable Object owner) {
    if (!Following.isOn() && state.settings.mode() != LeakMode.FAIL) {
      return;
    }
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry == null) {
      used(Misuse.RETAIN_AFTER_DESTROY, resource, "retained");
      return;
    }
    if (EventDoor.isOpen() && LifecycleEvents.retainsOn()) {
      LifecycleEvents.retain(
          state.id,
          entry.id,
          typeOf(entry, resource),
          count,
          entry.detailed().steps.take(count),
          idOf(owner));
    }
    entry.keep("retain", count, null);
  }

  @Override
  public void released(Object resource, long count, @Nullable Object owner) {
    if (!Following.isOn() && state.settings.mode() != LeakMode.FAIL) {
      return;
    }
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry != null && EventDoor.isOpen() && LifecycleEvents.releasesOn()) {
      LifecycleEvents.release(
          state.id,
          entry.id,
          typeOf(entry, resource),
          count,
          entry.detailed().steps.take(count),
          idOf(owner));
    }
    if (entry != null) {
      entry.keep("release", count, null);
    }
    // Only the count tells: a thread that gave up a reference may be overtaken by the one that gave
    // up the last, and tell of it when the resource has left.
    if (count < 0 && entry != null) {
      state.misuses.report(
          Misuse.OVER_RELEASE,
          entry.id,
          typeOf(entry, resource),
          Explain.negativeCount(entry, count));
    } else if (count < 0) {
      used(Misuse.OVER_RELEASE, resource, "released");
    }
  }

  private void used(Misuse kind, Object resource, String verb) {
    Quarantine.End end = released.of(resource);
    state.misuses.report(
        kind,
        end != null ? end.entry().id : 0,
        end != null ? typeOf(end.entry(), resource) : resource.getClass(),
        Explain.usedAfterEnd(resource, verb, end));
  }

  @Override
  public void touch(Object resource, String note) {
    if (!Following.isOn()) {
      return;
    }
    if (resource instanceof RefCounted counted) {
      counted.touch(note);
      return;
    }
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry == null) {
      return;
    }
    if (touchesOn()) {
      LifecycleEvents.touch(
          state.id, entry.id, typeOf(entry, resource), note, entry.detailed().steps.take());
    }
    entry.keep("touch", -1, note);
  }

  /** Whether touches are being recorded. */
  public boolean touchesOn() {
    return EventDoor.isOpen() && LifecycleEvents.touchesOn();
  }

  /** Whether anybody wants a note, which costs something to make. */
  public boolean followsTouches() {
    return touchesOn() || Scope.anyOpen();
  }

  /** Whether uses are being recorded. */
  public boolean usesOn() {
    return EventDoor.isOpen() && LifecycleEvents.usesOn();
  }

  /** Whether anybody wants to know of a retain or release. */
  public boolean followsReferences() {
    return releasesOn() || (EventDoor.isOpen() && LifecycleEvents.retainsOn()) || Scope.anyOpen();
  }

  /**
   * Keeps a touch that is not recorded, and so takes no step of its counter, if a test wants it.
   */
  public void touched(Object resource, String note) {
    Entry entry = state.live.get(resource);
    if (entry != null) {
      entry.keep("touch", -1, note);
    }
  }

  /** Records a retain whose sequence its counter gave, by an owner if it is known. */
  public void retained(Object resource, int count, int sequence, @Nullable Object owner) {
    boolean recorded = EventDoor.isOpen() && LifecycleEvents.retainsOn();
    Entry entry = recorded || Scope.anyOpen() ? state.live.get(resource) : null;
    if (entry == null) {
      return;
    }
    if (recorded) {
      entry.detailed().steps.note(sequence, count);
      LifecycleEvents.retain(
          state.id, entry.id, typeOf(entry, resource), count, sequence, idOf(owner));
    }
    entry.keep("retain", count, null);
  }

  /** The entry of a resource that is about to be released; null if nobody wants to know. */
  public @Nullable Entry entryToRelease(Object resource) {
    return releasesOn() || Scope.anyOpen() ? state.live.get(resource) : null;
  }

  private static boolean releasesOn() {
    return EventDoor.isOpen() && LifecycleEvents.releasesOn();
  }

  /** Records a release whose sequence its counter gave, by an owner if it is known. */
  public void released(
      Entry entry, Object resource, int count, int sequence, @Nullable Object owner) {
    if (releasesOn()) {
      entry.detailed().steps.note(sequence, count);
      LifecycleEvents.release(
          state.id, entry.id, typeOf(entry, resource), count, sequence, idOf(owner));
    }
    entry.keep("release", count, null);
  }

  /** Records a touch whose sequence its counter gave. */
  public void touched(Object resource, String note, int sequence) {
    Entry entry = state.live.get(resource);
    if (entry != null) {
      entry.detailed().steps.note(sequence);
      LifecycleEvents.touch(state.id, entry.id, typeOf(entry, resource), note, sequence);
      entry.keep("touch", -1, note);
    }
  }

  /** Records a use of a resource that does not count its own steps. */
  public void use(Object resource) {
    Entry entry = usesOn() ? state.live.get(resource) : null;
    if (entry != null) {
      LifecycleEvents.use(
          state.id, entry.id, typeOf(entry, resource), entry.detailed().steps.take());
    }
  }

  /** Records a use whose sequence its counter gave. */
  public void use(Object resource, int sequence) {
    Entry entry = state.live.get(resource);
    if (entry != null) {
      entry.detailed().steps.note(sequence);
      LifecycleEvents.use(state.id, entry.id, typeOf(entry, resource), sequence);
    }
  }

  /** Counts and records a retain that its caller refuses; returns the better message. */
  public String retainedAfterDestroy(Object resource, String message) {
    return refused(Misuse.RETAIN_AFTER_DESTROY, resource, message);
  }

  /** Counts and records a release that its caller refuses; returns the better message. */
  public String overReleased(Object resource, String message) {
    return refused(Misuse.OVER_RELEASE, resource, message);
  }

  private String refused(Misuse kind, Object resource, String message) {
    Quarantine.End end = released.of(resource);
    String explained = end == null ? message : message + Explain.end(end);
    state.misuses.commit(
        kind,
        end != null ? end.entry().id : 0,
        end != null ? typeOf(end.entry(), resource) : resource.getClass(),
        explained);
    return explained;
  }

  /** The type as which a resource was registered. */
  private static Class<?> typeOf(Entry entry, Object resource) {
    Class<?> type = entry.type.type();
    return type != null ? type : resource.getClass();
  }

  @Override
  public void ignore(Object resource) {
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry != null) {
      entry.detailed().ignored = true;
    }
  }

  @Override
  public boolean awaitQuiescence(Duration atMost) throws InterruptedException {
    return quiescence.await(atMost, state::hasLeaks);
  }

  /** As {@link #awaitQuiescence}, of some resources only: of those that {@code remains} asks. */
  public boolean await(Duration atMost, BooleanSupplier remains) throws InterruptedException {
    return quiescence.await(atMost, remains);
  }

  @Override
  public LeakReport check() {
    LeakReport report = RollCall.of(state, RollCall.Trigger.DEMAND);
    Log.warn(report);
    return report;
  }

  @Override
  public LeakReport finalCheck() {
    return finalCheck.get(RollCall.Trigger.FINAL);
  }
}
