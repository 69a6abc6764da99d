package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Lost;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What is known of one resource while events are collected. */
public final class Life {
  /** Most lives have no more. */
  private static final int FEW_STEPS = 4;

  private final long resourceId;
  private List<Numbered> numbered = List.of();
  private @Nullable Registered registered;
  private @Nullable Unregistered unregistered;
  private @Nullable LiveFound live;
  private List<LifecycleEvent.Step> asides = List.of();
  private @Nullable Moment latest;
  private @Nullable Moment sequel;
  private boolean contradictory;
  private boolean recent;
  private boolean watched;
  private boolean inOrder = true;
  private boolean isSorted;
  private int turn;
  private int firstSequence;
  private int lastSequence;
  private long lastTime;
  private long firstSeen = Long.MAX_VALUE;
  private String type = "";
  private long firstOwner;
  private long latestOwner;
  private long ownerFound = Long.MIN_VALUE;
  private boolean ownerChecked;
  private boolean saidFollowed;
  private boolean saidUnfollowed;
  private boolean knownNotIgnored;
  private long lastFound = Long.MIN_VALUE;

  public Life(long resourceId) {
    this.resourceId = resourceId;
  }

  /** Takes its beginning; of two that cannot both be true the first counts, and it is marked. */
  public void add(Registered event) {
    contradictory |= registered != null && !registered.equals(event);
    registered = registered == null ? event : registered;
    registeredFor(event.ownerId());
    latest = event.moment();
    sequel = null;
    seen(event.moment().time(), event.type());
  }

  /** Takes its end; of two that cannot both be true the first counts, and it is marked. */
  public void add(Unregistered event) {
    contradictory |= unregistered != null && !unregistered.equals(event);
    unregistered = unregistered == null ? event : unregistered;
    seen(event.moment().time(), event.type());
  }

  /** Takes a step that has its place in the order. */
  public void add(Numbered step) {
    int sequence = step.sequence();
    Moment moment = step.moment();
    long time = moment.time();
    if (numbered.isEmpty()) {
      numbered = new ArrayList<>(FEW_STEPS);
      firstSequence = sequence;
    } else {
      inOrder &= sequence - lastSequence > 0 && sequence - firstSequence > 0 && time >= lastTime;
    }
    lastSequence = sequence;
    lastTime = time;
    numbered.add(step);
    isSorted = false;
    latest = moment;
    sequel = null;
    seen(time, step.type());
  }

  /** Takes a misuse or loss, which has no place in the order. */
  void addAside(LifecycleEvent.Step step) {
    asides = asides.isEmpty() ? new ArrayList<>(1) : asides;
    asides.add(step);
    if (!(step instanceof Misused)) {
      seen(step.moment().time(), step.type());
    }
  }

  /** Whether all steps came in their order, so that the first and the last tell of all. */
  boolean cameInOrder() {
    return inOrder && !numbered.isEmpty();
  }

  /** The number of the step that came first. */
  int firstSequence() {
    return firstSequence;
  }

  /** The number of the step that came last. */
  int lastSequence() {
    return lastSequence;
  }

  /** Whether anything is known that it did, and not only what was found of it. */
  boolean hasSteps() {
    return registered != null || unregistered != null || !numbered.isEmpty();
  }

  /** How many numbered steps there are. */
  int steps() {
    return numbered.size();
  }

  /** Takes what a thread did next after a step; counts only if that step is still the latest. */
  @SuppressWarnings("ReferenceEquality")
  void setSequel(Moment after, Moment next) {
    if (after == latest) {
      sequel = next;
    }
  }

  /** The step of another resource that the thread of this one's last step took next. */
  @SuppressWarnings("ReferenceEquality")
  @Nullable Moment sequel() {
    List<Numbered> steps = ordered();
    Moment last =
        steps.isEmpty()
            ? registered == null ? null : registered.moment()
            : steps.get(steps.size() - 1).moment();
    return last == latest ? sequel : null;
  }

  /** Takes what a checkpoint says; only the latest is kept. */
  public void add(LiveFound found) {
    if (live == null || found.moment().time() >= live.moment().time()) {
      live = found;
    }
    long registeredAt = found.registration().time();
    seen(registeredAt > 0 ? registeredAt : found.moment().time(), found.type());
    found(found.condition(), found.moment().time(), false);
    knownNotIgnored |= !found.isIgnored();
  }

  /** Takes what a leak check says. */
  public void add(LeakFound found) {
    seen(found.moment().time(), found.type());
    found(found.condition(), found.moment().time(), true);
    knownNotIgnored = true;
  }

  private void found(Condition condition, long time, boolean checked) {
    foundWith(condition.ownerId(), time, checked);
    saidFollowed |= condition.followed();
    saidUnfollowed |= !condition.followed();
    lastFound = Math.max(lastFound, time);
  }

  /** Takes the owner at registration, which was registered before: one that was not is none. */
  private void registeredFor(long owner) {
    if (owner > 0 && owner < resourceId) {
      firstOwner = firstOwner == 0 ? owner : firstOwner;
      contradictory |= firstOwner != owner || (latestOwner != 0 && latestOwner != owner);
    }
  }

  /**
   * Takes the owner at a check or checkpoint: for resources are handed on, the latest check counts,
   * or else the latest checkpoint.
   */
  private void foundWith(long owner, long time, boolean checked) {
    contradictory |= firstOwner != 0 && owner > 0 && firstOwner != owner;
    if (checked == ownerChecked ? time >= ownerFound : checked) {
      latestOwner = owner > 0 && owner != resourceId ? owner : 0;
      ownerFound = time;
      ownerChecked = checked;
    }
  }

  private void seen(long time, String ofType) {
    firstSeen = Math.min(firstSeen, time);
    if (type.isEmpty()) {
      type = ofType;
    } else if (!ofType.isEmpty() && !ofType.equals(type)) {
      contradictory = true;
    }
  }

  /** Takes what another file of the same JVM knows. */
  void addAll(Life other) {
    if (other.registered != null) {
      add(other.registered);
    }
    if (other.unregistered != null) {
      add(other.unregistered);
    }
    if (other.live != null) {
      add(other.live);
    }
    other.numbered.forEach(this::add);
    other.asides.forEach(this::addAside);
    if (other.latest != null && (latest == null || other.latest.time() >= latest.time())) {
      latest = other.latest;
      sequel = other.sequel;
    }
    registeredFor(other.firstOwner);
    foundWith(other.latestOwner, other.ownerFound, other.ownerChecked);
    saidFollowed |= other.saidFollowed;
    saidUnfollowed |= other.saidUnfollowed;
    knownNotIgnored |= other.knownNotIgnored;
    lastFound = Math.max(lastFound, other.lastFound);
    contradictory |= other.contradictory;
    if (!other.isOnlyMisused()) {
      seen(other.firstSeen, other.type);
    }
  }

  public long resourceId() {
    return resourceId;
  }

  public @Nullable Registered registered() {
    return registered;
  }

  public @Nullable Unregistered unregistered() {
    return unregistered;
  }

  public @Nullable LiveFound live() {
    return live;
  }

  /**
   * The last step that was recorded; null for a life that is over, and where a later one is known
   * to be missing.
   */
  public LifecycleEvent.@Nullable Step lastStep() {
    if (unregistered != null || contradictory) {
      return null;
    }
    List<Numbered> steps = ordered();
    Numbered last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
    int sequence = last == null ? 0 : last.sequence();
    if (live != null && live.sequence() - sequence > 0) {
      return null;
    }
    return last == null ? registered : last;
  }

  /** Whether a check or checkpoint says that the recording was not to have its steps. */
  public boolean isUnfollowed() {
    return saidUnfollowed && registered == null;
  }

  /**
   * Whether its end, if it comes to one, has no event; {@code some}: whether there are any such
   * lives.
   */
  public boolean endsUnseen(boolean some) {
    return !hasSteps() && (saidUnfollowed || (some && !saidFollowed));
  }

  /** Whether a check or checkpoint says that it is not one of the ignored. */
  public boolean isKnownNotIgnored() {
    return knownNotIgnored;
  }

  /** When a check or checkpoint last found it. */
  public long lastFound() {
    return lastFound;
  }

  /** Misuse and loss: steps without a place in the order. */
  public List<LifecycleEvent.Step> asides() {
    return asides;
  }

  public boolean isContradictory() {
    return contradictory;
  }

  public boolean isMisused() {
    return has(Misused.class);
  }

  /** Whether the collector revealed that nobody can release it. */
  public boolean isLost() {
    return has(Lost.class);
  }

  private boolean has(Class<? extends LifecycleEvent.Step> kind) {
    return !asides.isEmpty() && asides.stream().anyMatch(kind::isInstance);
  }

  /** Whether a misuse is all that is known. */
  public boolean isOnlyMisused() {
    return firstSeen == Long.MAX_VALUE;
  }

  /**
   * Time of the registration, or of the earliest thing known where that is not recorded,
   * nanoseconds since 1970. What a checkpoint remembers of a registration is only good to a few
   * tenths of a second.
   */
  public long firstSeen() {
    return registered != null ? registered.moment().time() : firstSeen;
  }

  /** The resource's class, from whichever event names it. */
  public String type() {
    if (!type.isEmpty() || asides.isEmpty()) {
      return type;
    }
    return asides.get(0).type();
  }

  /**
   * Where it was registered: the recorded stack, or the text that a checkpoint carries where there
   * is no stack or the recording cut it off.
   */
  public Site site() {
    Site recorded = registered == null ? Site.NONE : registered.moment().site();
    Site remembered = live == null ? Site.NONE : live.registration().site();
    boolean whole = !recorded.isUnknown() && !recorded.truncated();
    return whole || remembered.isUnknown() ? recorded : remembered;
  }

  /** How many bytes it holds, as it was registered; 0 where that is not known. */
  public long bytes() {
    long said = registered == null ? 0 : registered.bytes();
    return said != 0 || live == null ? said : live.condition().bytes();
  }

  /** The resource that was to release it; 0 where there is none. */
  public long ownerId() {
    return firstOwner != 0 ? firstOwner : latestOwner;
  }

  /** Takes every resource that owns this one or had a reference to it. */
  void forEachOwner(LongConsumer owners) {
    if (ownerId() != 0) {
      owners.accept(ownerId());
    }
    for (Numbered step : numbered) {
      if (step instanceof Counted counted && counted.ownerId() != 0) {
        owners.accept(counted.ownerId());
      }
    }
  }

  /** Whether it waits to be folded; whoever folds it sets this. */
  boolean isRecent() {
    return recent;
  }

  void setRecent(boolean value) {
    recent = value;
  }

  /** Which of the steps of a chunk was the last that it took before it waited. */
  int turn() {
    return turn;
  }

  void setTurn(int value) {
    turn = value;
  }

  /** Whether it is among {@link UnfollowedLives}. */
  boolean isWatched() {
    return watched;
  }

  void setWatched(boolean value) {
    watched = value;
  }

  /** Where it was unregistered. */
  Site endSite() {
    return unregistered == null ? Site.NONE : unregistered.moment().site();
  }

  /**
   * Whether its beginning and its end are known and agree, so that no more is to come of it but the
   * steps between.
   */
  public boolean isBracketed() {
    return registered != null && unregistered != null && !contradictory;
  }

  /**
   * The numbered steps in their order. Sequences are compared by their distance from the earliest
   * step's, so that one that passes 2³² stays in order; time decides between equal ones only.
   */
  public List<Numbered> ordered() {
    if (inOrder || isSorted) {
      return numbered;
    }
    Numbered earliest = numbered.get(0);
    for (Numbered step : numbered) {
      if (step.moment().time() < earliest.moment().time()) {
        earliest = step;
      }
    }
    int base = earliest.sequence();
    numbered.sort(
        Comparator.<Numbered>comparingInt(step -> step.sequence() - base)
            .thenComparingLong(step -> step.moment().time()));
    isSorted = true;
    return numbered;
  }
}
