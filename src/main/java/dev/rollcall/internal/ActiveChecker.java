package dev.rollcall.internal;

import static java.util.Objects.requireNonNull;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.LeakStatistics;
import dev.rollcall.OpenResources;
import dev.rollcall.RefCounted;
import dev.rollcall.common.Trigger;
import dev.rollcall.event.EventDoor;
import dev.rollcall.event.LifecycleEvents;
import dev.rollcall.event.LivesSetting;
import dev.rollcall.event.StepKind;
import dev.rollcall.internal.check.Ended;
import dev.rollcall.internal.check.Explain;
import dev.rollcall.internal.check.Misuse;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.check.Statistics;
import dev.rollcall.internal.exit.Checkers;
import dev.rollcall.internal.exit.ExitCheck;
import dev.rollcall.internal.exit.FinalCheck;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.Quiescence;
import dev.rollcall.internal.live.Steps;
import dev.rollcall.internal.outside.Log;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.internal.settings.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The checker that checks. Each step goes the same way: the live map first, then the totals, then
 * the event, so that whatever a recording tells of is in the totals too.
 */
public final class ActiveChecker extends LeakChecker {
  /** Stands for the next sequence of the entry's own. */
  public static final long NEXT = -1;

  /** Stands for the sequence of a step that no recording takes. */
  public static final long UNRECORDED = -2;

  /** Stands for the count of a step that gives none. */
  public static final long NOT_COUNTED = -1;

  /** What it has; for the checks over it. */
  public final State state;

  private final Entrance entrance;
  private final Departure departure;
  private final Ended ended;
  private final Quiescence quiescence = new Quiescence();
  private final FinalCheck finalCheck;
  private final Map<String, Runnable> looks = new LinkedHashMap<>();

  /** A checker that has no part in checkpoints; see {@link #started}. */
  public ActiveChecker(State state) {
    this.state = state;
    this.ended = new Ended(state.lately, state.misuses);
    this.entrance = new Entrance(state);
    this.departure = new Departure(state, ended, quiescence);
    this.finalCheck = new FinalCheck(state);
  }

  /** A checker apart from the global one; it works, and takes no part before it is started. */
  static ActiveChecker apart(Settings settings, @Nullable Scope owner) {
    return new ActiveChecker(new State(Checkers.nextId(), settings, owner));
  }

  /** Lets a checker apart from the global one take part. */
  ActiveChecker started() {
    boolean unused = Checkers.start(state);
    return this;
  }

  /** The checker with id 0, which calls the roll at exit; it works before it takes part. */
  static ActiveChecker global(Settings settings) {
    return new ActiveChecker(new State(0, settings, null));
  }

  /** Lets the global one take part; whether that is over, or to be asked for again. */
  boolean isStarted() {
    ExitCheck.install(state, finalCheck);
    return Checkers.start(state);
  }

  @Override
  public LeakMode mode() {
    return state.settings.mode();
  }

  @Override
  public void register(Object resource, @Nullable String description, @Nullable Object owner) {
    long ownerId = idOf(owner);
    Entry entry = entrance.enter(resource, resource.getClass(), description, ownerId, 0);
    if (entry != null && entry.isFollowed() && EventDoor.isOpen()) {
      LifecycleEvents.register(
          state.id,
          entry.id,
          resource.getClass(),
          description,
          ownerId,
          0,
          entry.follows(StepKind.USE));
    }
  }

  @Override
  public void register(
      Object resource, @Nullable String description, @Nullable Object owner, long bytes) {
    long ownerId = idOf(owner);
    Entry entry = entrance.enter(resource, resource.getClass(), description, ownerId, bytes);
    if (entry != null && entry.isFollowed() && EventDoor.isOpen()) {
      LifecycleEvents.register(
          state.id,
          entry.id,
          resource.getClass(),
          description,
          ownerId,
          bytes,
          entry.follows(StepKind.USE));
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
   *
   * @return the entry; null if the resource had one
   */
  public @Nullable Entry register(
      Object resource,
      Class<?> resourceType,
      @Nullable String description,
      @Nullable Object owner,
      long bytes) {
    long ownerId = idOf(owner);
    Entry entry = entrance.enter(resource, resourceType, description, ownerId, bytes);
    if (entry != null && entry.isFollowed() && EventDoor.isOpen()) {
      LifecycleEvents.register(
          state.id,
          entry.id,
          resourceType,
          description,
          ownerId,
          bytes,
          entry.follows(StepKind.USE));
    }
    return entry;
  }

  /**
   * Says whose a resource is from now on, for an adapter whose resources are handed to their owner
   * after their registration. Checks and checkpoints tell of it; it is no step.
   *
   * @param owner as in {@link #register(Object, String, Object)}
   */
  public void owned(Object resource, @Nullable Object owner) {
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry != null) {
      entry.ownedBy(idOf(owner));
    }
  }

  /** Takes back that a resource belongs to an owner, unless somebody else has got it since. */
  public void disowned(Object resource, Object owner) {
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry != null && entry.ownerId() == idOf(owner)) {
      entry.ownedBy(0);
    }
  }

  /**
   * Has an adapter say whose its resources are before each check; see {@link State}.
   *
   * @param adapter has one such look, however often it asks
   */
  public synchronized void beforeChecks(String adapter, Runnable look) {
    looks.put(adapter, look);
    List<Runnable> all = List.copyOf(looks.values());
    state.beforeCheck = () -> all.forEach(Runnable::run);
  }

  @Override
  public void unregister(Object resource) {
    StackRoom.ask();
    if (!departure.end(resource, false, 0, 0)) {
      ended.unregistered(resource);
    }
  }

  @Override
  public boolean tryUnregister(Object resource) {
    StackRoom.ask();
    return departure.end(resource, false, 0, 0);
  }

  /**
   * Unregisters a resource of which the last reference was released: one act, and so one event.
   * Before that step the counter has asked for the room on the stack.
   *
   * @param sequence the step's
   * @param owner who had the reference; null where that is not known
   */
  public void lastReleased(Object resource, int sequence, @Nullable Object owner) {
    // Asked for now, for the owner may be the resource itself.
    long ownerId = owner != null && EventDoor.isOpen() ? idOf(owner) : 0;
    if (!departure.end(resource, true, sequence, ownerId)) {
      ended.unregistered(resource);
    }
  }

  @Override
  public boolean isRegistered(Object resource) {
    return state.live.get(requireNonNull(resource)) != null;
  }

  @Override
  public void retained(Object resource, long count, @Nullable Object owner) {
    if (!asksForReferences()) {
      return;
    }
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry != null) {
      step(StepKind.RETAIN, entry, resource, count, null, owner);
    } else {
      StackRoom.ask();
      ended.used(Misuse.RETAIN_AFTER_DESTROY, resource, "retained");
    }
  }

  @Override
  public void released(Object resource, long count, @Nullable Object owner) {
    if (!asksForReferences()) {
      return;
    }
    Entry entry = state.live.get(requireNonNull(resource));
    if (entry != null) {
      step(StepKind.RELEASE, entry, resource, count, null, owner);
    }
    // Only the count tells: a thread that gave up a reference may be overtaken by the one that gave
    // up the last, and tell of it when the resource has left.
    if (count < 0 && entry != null) {
      state.misuses.report(
          Misuse.OVER_RELEASE,
          entry.id,
          entry.typeOf(resource),
          Explain.negativeCount(entry, count));
    } else if (count < 0) {
      ended.used(Misuse.OVER_RELEASE, resource, "released");
    }
  }

  /** Whether references that are counted elsewhere are to be looked at: steps, or misuse. */
  private boolean asksForReferences() {
    return Following.isOn() || state.settings.mode() == LeakMode.FAIL;
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
    if (entry != null) {
      step(StepKind.TOUCH, entry, resource, NOT_COUNTED, note, null);
    }
  }

  /** Whether steps of a kind are being recorded. */
  public boolean records(StepKind kind) {
    return EventDoor.isOpen() && LifecycleEvents.isOn(kind);
  }

  /** Whether anybody wants to know of steps of a kind: a recording, or a test. */
  public boolean follows(StepKind kind) {
    return records(kind) || Scope.anyOpen();
  }

  /**
   * The entry of a resource whose step of a kind is recorded, or may be kept by a test; null if the
   * resource is not registered, or nobody wants to know.
   */
  public @Nullable Entry followed(StepKind kind, boolean recorded, Object resource) {
    boolean kept = Scope.anyOpen();
    if (!recorded && !kept) {
      return null;
    }
    Entry entry =
        resource instanceof KeptEntry known ? known.whileLive() : state.live.get(resource);
    return entry == null || kept || entry.follows(kind) ? entry : null;
  }

  /** As {@link #follows(StepKind)}, of one resource; null if it is not registered. */
  public boolean follows(StepKind kind, @Nullable Entry entry) {
    return entry != null && ((entry.follows(kind) && records(kind)) || Scope.anyOpen());
  }

  /**
   * Whether anybody wants to know of a resource's steps, where steps are followed at all; for
   * whoever has something to find out before it takes one. Where all lives are followed it does not
   * look for the resource: it may be an older one, or not registered.
   */
  public boolean followsLife(Object resource) {
    if (Scope.anyOpen() || !EventDoor.isOpen() || LifecycleEvents.lives() == LivesSetting.ALL) {
      return true;
    }
    Entry entry = state.live.get(resource);
    return entry != null && entry.isFollowed();
  }

  /** Takes a step of a resource that does not count its steps itself. */
  private void step(
      StepKind kind,
      Entry entry,
      Object resource,
      long count,
      @Nullable String note,
      @Nullable Object owner) {
    StackRoom.ask();
    step(kind, entry, resource, records(kind) ? NEXT : UNRECORDED, count, note, owner);
  }

  /**
   * The one way of a step: into the recording, and into what a test keeps. Whoever counts the step
   * asks once whether it is recorded ({@link #records}).
   *
   * @param sequence the step's, as an unsigned number, or {@link #UNRECORDED}
   * @param count the resulting count; {@link #NOT_COUNTED} for kinds that give none
   * @param note what a touch says; null for the others
   * @param owner who has or had the reference; null where that is not known
   */
  public void step(
      StepKind kind,
      Entry entry,
      Object resource,
      long sequence,
      long count,
      @Nullable String note,
      @Nullable Object owner) {
    try {
      if (sequence != UNRECORDED && entry.follows(kind)) {
        Steps steps = entry.detailed().steps;
        int at = (int) sequence;
        if (sequence == NEXT) {
          at = steps.take(kind, count);
        } else {
          steps.note(kind, at, count);
        }
        LifecycleEvents.step(
            kind, state.id, entry.id, entry.typeOf(resource), at, count, note, idOf(owner));
      }
      entry.stepped();
      if (kind != StepKind.USE) {
        entry.keep(kind, count, note);
      }
    } catch (OutOfMemoryError untold) {
      // The step is taken, as a counter that counts its own has done before it told of it.
    }
  }

  /** Counts and records a retain that its caller refuses; returns the better message. */
  public String retainedAfterDestroy(Object resource, String message) {
    StackRoom.ask();
    return ended.refused(Misuse.RETAIN_AFTER_DESTROY, resource, message);
  }

  /** Counts and records a release that its caller refuses; returns the better message. */
  public String overReleased(Object resource, String message) {
    StackRoom.ask();
    return ended.refused(Misuse.OVER_RELEASE, resource, message);
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
    LeakReport report = RollCall.of(state, Trigger.DEMAND);
    Log.warn(report);
    return report;
  }

  @Override
  public LeakReport finalCheck() {
    return finalCheck.get(Trigger.FINAL);
  }

  @Override
  public List<OpenResources> openByType() {
    return Statistics.openByType(state);
  }

  @Override
  public LeakStatistics statistics() {
    return Statistics.of(state);
  }
}
