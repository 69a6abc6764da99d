package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Owner;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference that was taken and never given back, and who had it last.
 *
 * @param taken the step that took it
 * @param seen the last step that moved it; {@code taken} where none did
 * @param path where it was then
 * @param later what happened on the way after that, and what the thread did next
 * @param owner who took it; null where that is not known
 */
public record Reference(
    Stop taken, Stop seen, CallPath path, List<CallPath> later, @Nullable Owner owner) {

  /** Whom it was handed to; {@code null} where that is not said. */
  public @Nullable String receiver() {
    return HandOver.receiver(seen);
  }

  /** Whether it was handed to somebody. */
  public boolean handedOver() {
    return HandOver.is(seen);
  }

  /**
   * Pays the references of a way off against each other. A release by an owner gives back what that
   * owner took. Any other gives back a reference that was handed to somebody from whose call it
   * comes, or else the one that was taken closest to it in the call tree, and one that an owner
   * took only where there is no other; a hand-over moves the one that was taken closest.
   */
  public static List<Reference> unpaid(Way way, CallPaths paths) {
    List<Open> open = new ArrayList<>();
    List<Stop> stops = way.stops();
    BitSet paired = OwnerPairs.of(way);
    for (int i = paired.nextClearBit(0); i < stops.size(); i = paired.nextClearBit(i + 1)) {
      Stop stop = stops.get(i);
      CallPath path = paths.of(stop);
      switch (stop.kind()) {
        case REGISTER, RETAIN -> open.add(new Open(stop, path, i));
        case TOUCH -> {
          if (HandOver.is(stop) && !open.isEmpty()) {
            closest(open, path).move(stop, path, i);
          }
        }
        case RELEASE, UNREGISTER -> {
          if (!open.isEmpty()) {
            List<Open> others = open.stream().filter(each -> !each.isOfOwner()).toList();
            open.remove(payer(others.isEmpty() ? open : others, path));
          }
        }
      }
    }
    return open.stream().map(reference -> reference.end(way, paths)).toList();
  }

  private static Open closest(List<Open> open, CallPath path) {
    Open closest = open.get(0);
    for (Open reference : open) {
      closest = reference.path.common(path) >= closest.path.common(path) ? reference : closest;
    }
    return closest;
  }

  private static Open payer(List<Open> open, CallPath release) {
    List<Open> callers =
        open.stream()
            .filter(reference -> release.common(reference.path) == reference.path.depth())
            .toList();
    return closest(callers.isEmpty() ? open : callers, release);
  }

  /** A reference while the way is followed. */
  private static final class Open {
    private final Stop taken;
    private Stop seen;
    private CallPath path;
    private int at;

    Open(Stop taken, CallPath path, int at) {
      this.taken = taken;
      this.seen = taken;
      this.path = path;
      this.at = at;
    }

    boolean isOfOwner() {
      return taken.kind() == Stop.Kind.RETAIN && taken.owner() != 0;
    }

    void move(Stop stop, CallPath to, int index) {
      seen = stop;
      path = to;
      at = index;
    }

    Reference end(Way way, CallPaths paths) {
      List<CallPath> later = new ArrayList<>();
      for (Stop stop : way.stops().subList(at + 1, way.stops().size())) {
        later.add(paths.of(stop));
      }
      if (way.sequel() != null) {
        later.add(paths.of(way.sequel()));
      }
      return new Reference(taken, seen, path, later, way.owner(taken));
    }
  }
}
