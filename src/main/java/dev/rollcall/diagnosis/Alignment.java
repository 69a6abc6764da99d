package dev.rollcall.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a leaked life laid beside that of a healthy sibling: their longest common subsequence
 * of steps, and what only one of them has.
 *
 * @param missing steps of the healthy way that gave a reference back, and that the leaked one lacks
 * @param extra steps of the leaked way that took a reference, and that the healthy one lacks
 * @param last the last step that both have
 * @param next the next step of the healthy way after that one
 * @param brokeOff whether the leaked way ends before it came to a release: it has no step after the
 *     last that both have, lacks no release before it, and what the healthy one did next was none
 * @param straight whether the leaked way has no step after that one
 * @param likeness from 0 to 1.5; a straight one is preferred
 */
record Alignment(
    List<Stop> missing,
    List<Stop> extra,
    @Nullable Stop last,
    @Nullable Stop next,
    boolean brokeOff,
    boolean straight,
    double likeness) {
  private static final double STRAIGHT = 0.5;

  private record Key(Stop.Kind kind, @Nullable String note, @Nullable Method by) {}

  static Alignment of(Way leaked, Way healthy, CallPaths paths) {
    List<Key> ours = leaked.stops().stream().map(stop -> key(stop, paths)).toList();
    List<Key> theirs = healthy.stops().stream().map(stop -> key(stop, paths)).toList();
    int[][] common = common(ours, theirs);
    List<Stop> onlyHealthy = new ArrayList<>();
    List<Stop> onlyLeaked = new ArrayList<>();
    int last = -1;
    int next = 0;
    int lackedUntilLast = 0;
    int i = 0;
    int j = 0;
    while (i < ours.size() || j < theirs.size()) {
      if (i < ours.size() && j < theirs.size() && ours.get(i).equals(theirs.get(j))) {
        last = i++;
        next = ++j;
        lackedUntilLast = onlyHealthy.size();
      } else if (i == ours.size() || (j < theirs.size() && common[i][j + 1] >= common[i + 1][j])) {
        onlyHealthy.add(healthy.stops().get(j++));
      } else {
        onlyLeaked.add(leaked.stops().get(i++));
      }
    }
    boolean released = onlyHealthy.stream().limit(lackedUntilLast).anyMatch(s -> s.change() < 0);
    Stop healthyNext = next == theirs.size() ? null : healthy.stops().get(next);
    dropMoved(onlyHealthy, onlyLeaked, paths);
    boolean straight = last == ours.size() - 1;
    // The end of the healthy way has nothing to stand beside.
    double likeness = 2.0 * common[0][0] / Math.max(1, ours.size() + theirs.size() - 1);
    return new Alignment(
        onlyHealthy.stream().filter(stop -> stop.change() < 0).toList(),
        onlyLeaked.stream().filter(stop -> stop.change() > 0).toList(),
        last < 0 ? null : leaked.stops().get(last),
        healthyNext,
        straight && !released && healthyNext != null && healthyNext.change() >= 0,
        straight,
        likeness + (straight ? STRAIGHT : 0));
  }

  /** What both have, but in another order, is no difference. */
  private static void dropMoved(List<Stop> one, List<Stop> other, CallPaths paths) {
    List<Key> keys = new ArrayList<>(other.stream().map(stop -> key(stop, paths)).toList());
    one.removeIf(
        stop -> {
          int at = keys.indexOf(key(stop, paths));
          if (at >= 0) {
            keys.remove(at);
            other.remove(at);
          }
          return at >= 0;
        });
  }

  /** Whether the difference alone tells why the resource leaked. */
  boolean explains() {
    return missing.isEmpty() ? !extra.isEmpty() : straight;
  }

  /** The release that makes the count zero and the unregistration are one step in two events. */
  private static Key key(Stop stop, CallPaths paths) {
    CallPath path = paths.of(stop);
    return new Key(
        stop.kind() == Stop.Kind.UNREGISTER ? Stop.Kind.RELEASE : stop.kind(),
        stop.note(),
        path.isEmpty() ? null : path.last());
  }

  private static int[][] common(List<Key> one, List<Key> other) {
    int[][] common = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        common[i][j] =
            one.get(i).equals(other.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
