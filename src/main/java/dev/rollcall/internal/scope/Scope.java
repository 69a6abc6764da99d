package dev.rollcall.internal.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * A part of a test run that can be blamed for what is registered in it: the run, a class, a test.
 *
 * <p>The thread that runs a test is in the test's scope, and what it registers is the test's for
 * certain. A thread inherits the scope of the thread that starts it; what it registers is that
 * scope's for certain only while no other test is open that could have given it the work. All else
 * is blamed on the smallest scope that has every candidate in it.
 *
 * <p>Concurrency: whether a scope is in use at all is one volatile read. The open ones are an
 * immutable list that is replaced under the class's lock. A blame is made from one snapshot of that
 * list, so it is true of one moment within the registration. The registration may enter the live
 * map only after its scope has been looked through and closed; then the scope around it finds it,
 * for a scope is closed before the one around it looks, and what was found once is marked as told.
 */
public class Scope {
  private static final InheritableThreadLocal<@Nullable Place> PLACE =
      new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Place childValue(@Nullable Place place) {
          return place == null ? null : new Place(place.scope, false, place.runner);
        }
      };

  private static volatile List<Scope> open = List.of();

  /** Whether the list has any, apart from it because each retain and release asks. */
  private static volatile boolean anyOpen;

  /**
   * Where a thread is. {@code own}: the scope runs on it, rather than on one that started it;
   * {@code runner}: the pool, if any, whose threads run the tests.
   */
  private record Place(Scope scope, boolean own, @Nullable ForkJoinPool runner) {}

  public final Blame certain = Blame.certain(this);
  private final @Nullable Scope parent;
  private volatile boolean single;
  private final boolean shared;
  private final Queue<BlamedMisuse> misuses = new ArrayDeque<>();
  private volatile String name;
  private volatile boolean closed;
  private boolean misusesTaken;

  /**
   * A scope that is not yet open.
   *
   * @param parent the scope around it; null for a run
   * @param single whether it is one test, so that it cannot stand for others
   */
  public Scope(String name, @Nullable Scope parent, boolean single) {
    this(name, parent, single, false);
  }

  private Scope(String name, @Nullable Scope parent, boolean single, boolean shared) {
    this.name = name;
    this.parent = parent;
    this.single = single;
    this.shared = shared;
  }

  /**
   * A scope of what no test is blamed for, nor the run, because it outlives them all: the check at
   * exit tells of it.
   */
  public static Scope shared(String name) {
    return new Scope(name, null, false, true);
  }

  /** What a person calls it. */
  public final String name() {
    return name;
  }

  /** Names a scope that was opened before it was known whose it is. */
  public final void rename(String better, boolean isSingle) {
    name = better;
    single = isSingle;
  }

  /** The scope around this one; null for a run. */
  public final @Nullable Scope parent() {
    return parent;
  }

  /** Whether this is one test. */
  public final boolean isSingle() {
    return single;
  }

  /** Whether it outlives the tests. */
  public final boolean isShared() {
    return shared;
  }

  /** Whether this scope has been closed. */
  public final boolean isClosed() {
    return closed;
  }

  /** Whether this is another scope or lies in it. */
  public final boolean isWithin(Scope other) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope == other) {
        return true;
      }
    }
    return false;
  }

  /** Opens this scope: from now on it can be blamed. */
  public final void open() {
    synchronized (Scope.class) {
      List<Scope> more = new ArrayList<>(open);
      more.add(this);
      open = List.copyOf(more);
      anyOpen = true;
    }
  }

  /** Closes this scope and those within it that nobody has closed. */
  public final void close() {
    synchronized (Scope.class) {
      open.stream().filter(scope -> scope.isWithin(this)).forEach(scope -> scope.closed = true);
      open = open.stream().filter(scope -> !scope.closed).toList();
      anyOpen = !open.isEmpty();
    }
  }

  /**
   * Makes this the scope of the calling thread.
   *
   * @return what takes the thread back to where it was
   */
  public final Runnable enter() {
    Place before = PLACE.get();
    ForkJoinPool runner =
        Thread.currentThread() instanceof ForkJoinWorkerThread worker ? worker.getPool() : null;
    PLACE.set(new Place(this, true, runner));
    return () -> {
      Place now = PLACE.get();
      if (now == null || !now.scope.isWithin(this)) {
        return;
      }
      // A thread that ran a test once runs others: what it may have inherited says nothing.
      if (before != null && before.own && !before.scope.closed) {
        PLACE.set(before);
      } else {
        PLACE.remove();
      }
    };
  }

  /** The open scope that runs on the calling thread; null if there is none. */
  public static @Nullable Scope current() {
    Place place = PLACE.get();
    return place != null && place.own && !place.scope.closed ? place.scope : null;
  }

  /** Whether any scope is open. While none is, this is all that scopes cost. */
  public static boolean anyOpen() {
    return anyOpen;
  }

  /** Whom to blame with what the calling thread does; null if no scope can have caused it. */
  public static @Nullable Blame blame() {
    Place place = PLACE.get();
    if (place != null && place.own && !place.scope.closed) {
      return place.scope.certain;
    }
    List<Scope> snapshot = open;
    List<Scope> innermost =
        snapshot.stream().filter(scope -> isInnermost(scope, snapshot)).toList();
    Scope starter = place == null || isRunner(place) || place.scope.isGone() ? null : place.scope;
    if (starter != null && (starter.shared || innermost.equals(List.of(starter)))) {
      return starter.certain;
    }
    List<Scope> candidates = new ArrayList<>();
    if (starter != null && innermost.stream().noneMatch(scope -> scope.isWithin(starter))) {
      candidates.add(starter);
    }
    candidates.addAll(innermost);
    Scope around = smallestAround(candidates);
    return around == null ? null : new Blame(around, List.copyOf(candidates), innermost.size() > 1);
  }

  /** A worker of the pool that runs the tests was started for whichever test comes next. */
  private static boolean isRunner(Place place) {
    return Thread.currentThread() instanceof ForkJoinWorkerThread worker
        && worker.getPool() == place.runner;
  }

  /** A shared scope, or another run's, that has ended: it says nothing of the tests of now. */
  private boolean isGone() {
    return parent == null && closed;
  }

  private static boolean isInnermost(Scope scope, List<Scope> all) {
    return scope.parent != null
        && all.stream().noneMatch(other -> other != scope && other.isWithin(scope));
  }

  /** The smallest open scope, not a single test, that all candidates lie in. */
  private static @Nullable Scope smallestAround(List<Scope> candidates) {
    for (Scope scope = candidates.isEmpty() ? null : candidates.get(0);
        scope != null;
        scope = scope.parent) {
      Scope around = scope;
      if (!scope.single
          && !scope.closed
          && candidates.stream().allMatch(candidate -> candidate.isWithin(around))) {
        return scope;
      }
    }
    return null;
  }

  /**
   * Blames this scope for a misuse; where this scope has been asked for its misuses already, to its
   * parent.
   */
  public final void add(BlamedMisuse misuse) {
    synchronized (misuses) {
      if (!misusesTaken) {
        misuses.add(misuse);
        return;
      }
    }
    if (parent != null) {
      parent.add(misuse);
    }
  }

  /** The misuses that this scope was blamed for. Later ones are blamed to its parent. */
  public final List<BlamedMisuse> takeMisuses() {
    synchronized (misuses) {
      misusesTaken = true;
      List<BlamedMisuse> taken = List.copyOf(misuses);
      misuses.clear();
      return taken;
    }
  }
}
