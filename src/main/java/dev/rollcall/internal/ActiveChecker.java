package dev.rollcall.internal;

import static java.util.Objects.requireNonNull;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.RefCounted;
import dev.rollcall.common.Trigger;
import dev.rollcall.event.EventDoor;
import dev.rollcall.event.LifecycleEvents;
import dev.rollcall.internal.check.Explain;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.check.LostNotices;
import dev.rollcall.internal.check.Misuse;
import dev.rollcall.internal.check.MisuseLog;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.exit.FinalCheck;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.LiveMap;
import dev.rollcall.internal.live.Quarantine;
import dev.rollcall.internal.live.Quiescence;
import dev.rollcall.internal.live.ScopedDetail;
import dev.rollcall.internal.live.Sites;
import dev.rollcall.internal.live.ThreadName;
import dev.rollcall.internal.live.Trace;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.live.TypeCounts;
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

  public final int id;
  public final Settings settings;
  public final LiveMap live = new LiveMap();
  public final TypeCounts types;
  public final Sites sites;
  public final MisuseLog misuses;
  public final LostNotices losses = new LostNotices(this);
  private final Quarantine released = new Quarantine();
  private final Quiescence quiescence = new Quiescence();
  private final FinalCheck finalCheck = new FinalCheck(this);

  /** The scope that is blamed for all that is registered; null where the thread decides. */
  public final @Nullable Scope owner;

  public ActiveChecker(int id, Settings settings) {
    this(id, settings, null);
  }

  public ActiveChecker(int id, Settings settings, @Nullable Scope owner) {
    this.id = id;
    this.settings = settings;
    this.owner = owner;
    this.types = new TypeCounts(this, settings.ignore());
    this.sites = new Sites(settings.sites(), settings.maxSites());
    this.misuses = new MisuseLog(id, settings.mode(), this::blame);
  }

  @Override
  public LeakMode mode() {
    return settings.mode();
  }

  @Override
  public void register(Object resource, @Nullable String description, @Nullable Object owner) {
    long ownerId = idOf(owner);
    Entry entry = enter(resource, resource.getClass(), description, ownerId);
    if (entry != null && EventDoor.isOpen()) {
      LifecycleEvents.register(id, entry.id, resource.getClass(), description, ownerId);
    }
  }

  /** The id of a registered resource; 0 for anything else. */
  private long idOf(@Nullable Object resource) {
    Entry entry = resource == null ? null : live.get(resource);
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
      LifecycleEvents.register(id, entry.id, resourceType, description, 0);
    }
  }

  /**
   * Puts an entry into the live map and counts it; null if the resource had one. Its owner has its
   * id already, so that an owner's id is always the smaller one.
   */
  private @Nullable Entry enter(
      Object resource, Class<?> resourceType, @Nullable String description, long ownerId) {
    TypeCount type = types.get(resourceType);
    Trace trace = sites.wanted() ? new Trace() : null;
    Blame blame = blame();
    Detail detail =
        blame != null
            ? new ScopedDetail(description, trace, blame, ownerId)
            : trace == null && description == null && ownerId == 0
                ? null
                : new Detail(description, ThreadName.current(), trace, ownerId);
    Entry entry = new Entry(resource, RESOURCE_IDS.incrementAndGet(), type, detail);
    Entry present = live.putIfAbsent(resource, entry);
    if (present != null) {
      sites.release(entry);
      misuses.report(
          Misuse.DOUBLE_REGISTER, present.id, resourceType, Explain.doubleRegister(present));
      return null;
    }
    type.registered.increment();
    return entry;
  }

  private @Nullable Blame blame() {
    if (!Scope.anyOpen()) {
      return null;
    }
    return owner != null ? owner.certain : id == 0 ? Scope.blame() : null;
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
    Entry entry = live.remove(requireNonNull(resource));
    if (entry == null) {
      unknown(resource);
      return;
    }
    entry.end();
    entry.type.unregistered.increment();
    sites.release(entry);
    released.add(
        resource,
        new Quarantine.End(
            entry,
            ThreadName.current(),
            CoarseClock.now(),
            sites.ofReleases() ? new Trace() : null));
    if (EventDoor.isOpen()) {
      int last = sequence != null ? sequence : entry.sequence();
      LifecycleEvents.unregister(id, entry.id, typeOf(entry, resource), last);
    }
    quiescence.unregistered();
  }

  private void unknown(Object resource) {
    Quarantine.End end = released.of(resource);
    if (end != null) {
      misuses.report(
          Misuse.DOUBLE_UNREGISTER,
          end.entry().id,
          typeOf(end.entry(), resource),
          Explain.doubleUnregister(end));
    } else {
      misuses.report(
          Misuse.UNKNOWN_UNREGISTER, 0, resource.getClass(), Explain.unknownUnregister(resource));
    }
  }

  @Override
  public boolean isRegistered(Object resource) {
    return live.get(requireNonNull(resource)) != null;
  }

  @Override
  public void retained(Object resource, long count, @Nullable Object owner) {
    if (!Following.isOn() && settings.mode() != LeakMode.FAIL) {
      return;
    }
    Entry entry = live.get(requireNonNull(resource));
    if (entry == null) {
      used(Misuse.RETAIN_AFTER_DESTROY, resource, "retained");
      return;
    }
    if (EventDoor.isOpen() && LifecycleEvents.retainsOn()) {
      LifecycleEvents.retain(
          id,
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
    if (!Following.isOn() && settings.mode() != LeakMode.FAIL) {
      return;
    }
    Entry entry = live.get(requireNonNull(resource));
    if (entry != null && EventDoor.isOpen() && LifecycleEvents.releasesOn()) {
      LifecycleEvents.release(
          id,
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
      misuses.report(
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
    misuses.report(
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
    Entry entry = live.get(requireNonNull(resource));
    if (entry == null) {
      return;
    }
    if (touchesOn()) {
      LifecycleEvents.touch(
          id, entry.id, typeOf(entry, resource), note, entry.detailed().steps.take());
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
    Entry entry = live.get(resource);
    if (entry != null) {
      entry.keep("touch", -1, note);
    }
  }

  /** Records a retain whose sequence its counter gave, by an owner if it is known. */
  public void retained(Object resource, int count, int sequence, @Nullable Object owner) {
    boolean recorded = EventDoor.isOpen() && LifecycleEvents.retainsOn();
    Entry entry = recorded || Scope.anyOpen() ? live.get(resource) : null;
    if (entry == null) {
      return;
    }
    if (recorded) {
      entry.detailed().steps.note(sequence, count);
      LifecycleEvents.retain(id, entry.id, typeOf(entry, resource), count, sequence, idOf(owner));
    }
    entry.keep("retain", count, null);
  }

  /** The entry of a resource that is about to be released; null if nobody wants to know. */
  public @Nullable Entry entryToRelease(Object resource) {
    return releasesOn() || Scope.anyOpen() ? live.get(resource) : null;
  }

  private static boolean releasesOn() {
    return EventDoor.isOpen() && LifecycleEvents.releasesOn();
  }

  /** Records a release whose sequence its counter gave, by an owner if it is known. */
  public void released(
      Entry entry, Object resource, int count, int sequence, @Nullable Object owner) {
    if (releasesOn()) {
      entry.detailed().steps.note(sequence, count);
      LifecycleEvents.release(id, entry.id, typeOf(entry, resource), count, sequence, idOf(owner));
    }
    entry.keep("release", count, null);
  }

  /** Records a touch whose sequence its counter gave. */
  public void touched(Object resource, String note, int sequence) {
    Entry entry = live.get(resource);
    if (entry != null) {
      entry.detailed().steps.note(sequence);
      LifecycleEvents.touch(id, entry.id, typeOf(entry, resource), note, sequence);
      entry.keep("touch", -1, note);
    }
  }

  /** Records a use of a resource that does not count its own steps. */
  public void use(Object resource) {
    Entry entry = usesOn() ? live.get(resource) : null;
    if (entry != null) {
      LifecycleEvents.use(id, entry.id, typeOf(entry, resource), entry.detailed().steps.take());
    }
  }

  /** Records a use whose sequence its counter gave. */
  public void use(Object resource, int sequence) {
    Entry entry = live.get(resource);
    if (entry != null) {
      entry.detailed().steps.note(sequence);
      LifecycleEvents.use(id, entry.id, typeOf(entry, resource), sequence);
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
    misuses.commit(
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
    Entry entry = live.get(requireNonNull(resource));
    if (entry != null) {
      entry.detailed().ignored = true;
    }
  }

  /** Whether a resource that is not ignored is live. */
  public boolean hasLeaks() {
    return live.anyMatch(entry -> !entry.isIgnored());
  }

  @Override
  public boolean awaitQuiescence(Duration atMost) throws InterruptedException {
    return quiescence.await(atMost, this::hasLeaks);
  }

  /** As {@link #awaitQuiescence}, of some resources only: of those that {@code remains} asks. */
  public boolean await(Duration atMost, BooleanSupplier remains) throws InterruptedException {
    return quiescence.await(atMost, remains);
  }

  @Override
  public LeakReport check() {
    LeakReport report = RollCall.of(this, Trigger.DEMAND);
    Log.warn(report);
    return report;
  }

  @Override
  public LeakReport finalCheck() {
    return finalCheck.get(Trigger.FINAL);
  }

  /** The check at exit, unless the application called for the final check itself. */
  public LeakReport exitCheck() {
    return finalCheck.get(Trigger.EXIT);
  }

  /** How many live resources that are not ignored a test has failed for. */
  public long reportedByTests() {
    return live.all().stream()
        .filter(entry -> !entry.isIgnored())
        .filter(entry -> entry.detail() instanceof ScopedDetail detail && detail.reported)
        .count();
  }

  /** Whether the final check has been made. */
  public boolean isFinal() {
    return finalCheck.isDone();
  }
}
