package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.Reference;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts, of lives, those in which a method did what a sentence says of it. */
final class Tally {
  private final Method method;
  private final CallPaths paths;

  Tally(Method method, CallPaths paths) {
    this.method = method;
    this.paths = paths;
  }

  /** Whose reference it gave back. */
  long released(Ways ways) {
    return having(ways, stop -> stop.change() < 0 && isBy(stop));
  }

  /** Whose reference it gave back, or a method that it called. */
  long releasedBelow(Ways ways) {
    return having(ways, stop -> stop.change() < 0 && isOn(stop));
  }

  /** Of which it took a reference. */
  long taken(Ways ways) {
    return having(ways, this::takes);
  }

  /** Of which it took a reference that nobody gave back. */
  long kept(Ways ways) {
    return owing(ways, reference -> takes(reference.taken()));
  }

  /** Of which it, or what it called, retained a reference that nobody gave back. */
  long retainedBelow(Ways ways) {
    return owing(
        ways, reference -> reference.taken().kind() == Stop.Kind.RETAIN && isOn(reference.taken()));
  }

  /** Of which a reference that nobody gave back was handed on last, to {@code receiver} if any. */
  long handed(Ways ways, @Nullable String receiver) {
    return owing(
        ways,
        reference ->
            reference.handedOver() && (receiver == null || receiver.equals(reference.receiver())));
  }

  /** Of which a reference was taken below it. */
  long takenBelow(Ways ways) {
    return having(ways, stop -> stop.change() > 0 && isOn(stop));
  }

  /** That were registered below it. */
  long registered(Ways ways) {
    return lives(ways, way -> isOn(way.stops().get(0)));
  }

  /** That came to it: with a step below it, or handed to its class. */
  long came(Ways ways) {
    return lives(ways, way -> has(way, this::isOn) || isHandedTo(way));
  }

  /** That were handed to its class, and have no step below it. */
  long onlyHanded(Ways ways) {
    return lives(ways, way -> !has(way, this::isOn) && isHandedTo(way));
  }

  /** Whose last reference it gave back. */
  long ended(Ways ways) {
    return lives(ways, way -> last(way).change() < 0 && isBy(last(way)));
  }

  /** That it registered itself. */
  long registeredBy(Ways ways) {
    return lives(ways, way -> isBy(way.stops().get(0)));
  }

  /** Whose last step it made itself. */
  long lastBy(Ways ways) {
    return lives(ways, way -> isBy(last(way)));
  }

  /** Whose last step it made itself, and is a use. */
  long usedLastBy(Ways ways) {
    return lives(ways, way -> last(way).kind() == Stop.Kind.TOUCH && isBy(last(way)));
  }

  /** Whose last step was made below it. */
  long last(Ways ways) {
    return lives(ways, way -> isOn(last(way)));
  }

  /** Whose last step was made below it and is a use. */
  long usedLast(Ways ways) {
    return lives(ways, way -> last(way).kind() == Stop.Kind.TOUCH && isOn(last(way)));
  }

  /** That were released by the end of another resource. */
  long nested(Ways ways) {
    return lives(ways, way -> paths.of(last(way)).nested());
  }

  /** That came below it right after a step that another one made. */
  long entered(Ways ways, Method from) {
    return following(ways, (one, next) -> isLast(from, one) && isOn(next));
  }

  /** That went on from below it to where siblings are seen next. */
  long left(Ways ways, Clue.SeenLast seen) {
    return following(
        ways,
        (one, next) ->
            isOn(one) && isLast(seen.next(), next) && (!seen.released() || next.change() < 0));
  }

  /** That went on from a step of one method to one of another. */
  long wentOn(Ways ways, Method last, Method next) {
    return following(ways, (one, other) -> isLast(last, one) && isLast(next, other));
  }

  /** How many such steps of a life the method made, on average. */
  double changes(Ways ways, Predicate<Stop> wanted) {
    double steps = 0;
    for (Ways.Count count : ways.commonestFirst()) {
      long ofLife =
          count.way().stops().stream().filter(stop -> wanted.test(stop) && isBy(stop)).count();
      steps += (double) count.times() * ofLife;
    }
    return steps / Math.max(1, ways.remembered());
  }

  /** How many references were taken below the method and not given back, on average. */
  double leftOver(Ways ways) {
    double left = 0;
    for (Ways.Count count : ways.commonestFirst()) {
      for (Stop stop : count.way().stops()) {
        left += isOn(stop) ? (double) stop.change() * count.times() : 0;
      }
    }
    return left / Math.max(1, having(ways, this::isOn));
  }

  private boolean takes(Stop stop) {
    return stop.change() > 0 && isBy(stop);
  }

  private boolean isBy(Stop stop) {
    return isLast(method, stop) || paths.of(stop).agents().contains(method);
  }

  /** Whether the method is on the stack of a step. */
  private boolean isOn(Stop stop) {
    CallPath path = paths.of(stop);
    return path.methods().contains(method) || path.agents().contains(method);
  }

  private boolean isHandedTo(Way way) {
    return has(
        way,
        stop -> {
          String receiver = HandOver.receiver(stop);
          return receiver != null && method.isOf(receiver);
        });
  }

  private boolean isLast(Method by, Stop stop) {
    CallPath path = paths.of(stop);
    return !path.isEmpty() && path.last().equals(by);
  }

  private long owing(Ways ways, Predicate<Reference> wanted) {
    return lives(ways, way -> Reference.unpaid(way, paths).stream().anyMatch(wanted));
  }

  private static long following(Ways ways, BiPredicate<Stop, Stop> wanted) {
    return lives(
        ways,
        way -> {
          for (int i = 1; i < way.stops().size(); i++) {
            if (wanted.test(way.stops().get(i - 1), way.stops().get(i))) {
              return true;
            }
          }
          return false;
        });
  }

  private static long having(Ways ways, Predicate<Stop> wanted) {
    return lives(ways, way -> has(way, wanted));
  }

  private static boolean has(Way way, Predicate<Stop> wanted) {
    return way.stops().stream().anyMatch(wanted);
  }

  private static Stop last(Way way) {
    return way.stops().get(way.stops().size() - 1);
  }

  private static long lives(Ways ways, Predicate<Way> wanted) {
    return ways.commonestFirst().stream()
        .filter(count -> wanted.test(count.way()))
        .mapToLong(Ways.Count::times)
        .sum();
  }
}
