package dev.rollcall.internal;

import dev.rollcall.LeakChecker;
import dev.rollcall.common.Trigger;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.BlamedGroup;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.ScopedDetail;
import dev.rollcall.internal.scope.Blame;
import dev.rollcall.internal.scope.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The leak check of one scope: of what it, or a scope within it, is blamed for, nobody has told of,
 * and is not ignored.
 *
 * <p>Its own {@link #checker} is exact: all that is registered with it is the scope's, whatever the
 * thread. With the global one the thread decides.
 */
public final class ScopeCheck {
  /** Held while a check of all is committed, which may not be the last in a test's recording. */
  private static final Object COMMITTING = new Object();

  private final Scope scope;
  private final @Nullable ActiveChecker global;
  private final BiFunction<Blame, String, @Nullable String> whyIgnored;
  private final List<Ignored> ignored = new ArrayList<>();
  private final Set<Entry> told = new HashSet<>();
  private final AtomicReference<@Nullable ActiveChecker> own = new AtomicReference<>();

  /** A leak that is wanted: the name of its type, and why. */
  public record Ignored(String type, String reason) {}

  /**
   * A check; {@code whyIgnored} says of a blame and a type name why such leaks are wanted, or null
   * if they are not.
   */
  public ScopeCheck(Scope scope, BiFunction<Blame, String, @Nullable String> whyIgnored) {
    this.scope = scope;
    this.global = LeakChecker.global() instanceof ActiveChecker active ? active : null;
    this.whyIgnored = whyIgnored;
  }

  /** The scope's own checker, made at the first call, with the global one's mode and settings. */
  public LeakChecker checker() {
    if (global == null) {
      return OffChecker.INSTANCE;
    }
    ActiveChecker first = own.get();
    if (first == null) {
      ActiveChecker mine = ActiveChecker.apart(global.state.settings, scope);
      first = own.compareAndExchange(null, mine);
      return first == null ? mine.started() : first;
    }
    return first;
  }

  private Stream<ActiveChecker> checkers() {
    return Stream.of(global, own.get()).filter(Objects::nonNull);
  }

  /** Waits for stragglers, at most so long, and only while there are any. */
  public void await(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    checkers().forEach(checker -> await(checker, end));
  }

  private void await(ActiveChecker checker, long end) {
    Predicate<Entry> such = entry -> isDue(entry) && whyIgnored(entry) == null;
    if (!checker.state.live.anyMatch(such)) {
      return;
    }
    try {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      boolean unused = checker.await(left, () -> checker.state.live.anyMatch(such));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The test's affair; what lives now has leaked.
    }
  }

  private boolean isDue(Entry entry) {
    return entry.detail() instanceof ScopedDetail detail
        && !detail.reported
        && detail.blame.scope().isWithin(scope)
        && !entry.isIgnored();
  }

  private @Nullable String whyIgnored(Entry entry) {
    return entry.detail() instanceof ScopedDetail detail
        ? whyIgnored.apply(detail.blame, entry.type.name)
        : null;
  }

  /** What {@link #leaks} passed over because it is wanted. */
  public List<Ignored> ignored() {
    return List.copyOf(ignored);
  }

  /**
   * The leaks, the largest group first. From now on they count as told of; those that are ignored
   * count as {@link LeakChecker#ignore ignored}. Ends the scope's own checker.
   */
  public List<BlamedGroup> leaks() {
    Map<Blame, List<Entry>> byBlame = new HashMap<>();
    checkers().forEach(checker -> checker.state.beforeCheck.run());
    checkers()
        .flatMap(checker -> checker.state.live.all().stream())
        .filter(this::isDue)
        .forEach(
            entry -> {
              String reason = whyIgnored(entry);
              if (reason != null) {
                entry.detailed().ignored = true;
                ignored.add(new Ignored(entry.type.name, reason));
              } else if (entry.detail() instanceof ScopedDetail detail) {
                detail.reported = true;
                told.add(entry);
                byBlame.computeIfAbsent(detail.blame, key -> new ArrayList<>()).add(entry);
              }
            });
    if (!byBlame.isEmpty() && global != null && EventDoor.isRecording()) {
      synchronized (COMMITTING) {
        RollCall.of(global.state, Trigger.DEMAND); // so that the recording knows them, too
      }
    }
    List<BlamedGroup> groups = new ArrayList<>();
    byBlame.forEach((blame, entries) -> groups.addAll(BlamedGroup.of(blame, entries)));
    groups.sort(
        Comparator.comparingLong((BlamedGroup group) -> group.group().count())
            .reversed()
            .thenComparing(group -> group.group().fingerprint()));
    ActiveChecker ending = own.get();
    if (ending != null) {
      ending.finalCheck();
    }
    return groups;
  }

  /**
   * Commits what {@link #leaks} has found, and nothing else, for the recording that is the scope's
   * own, and ends that: scopes that end at the same time wait, so that this is its last check.
   */
  public void commit(Runnable endRecording) {
    synchronized (COMMITTING) {
      int checkId = RollCall.nextId();
      checkers()
          .forEach(
              checker ->
                  RollCall.commit(
                      checker.state,
                      checkId,
                      scope.name(),
                      checker.state.live.all().stream().filter(told::contains).toList()));
      endRecording.run();
    }
  }
}
