package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What speaks against those who may have ended lives too early, in words: one sentence with the
 * numbers behind it, and what to do. Every number is counted on the lives that it speaks of.
 */
final class EarlyEndWords {
  private static final CallPath NOWHERE = new CallPath(List.of(), List.of(), false);

  private static final String EARLIER = "retain before the last release, or release later";

  private final List<EarlyEnd.Group> parts;
  private final CallPaths paths;

  /** Whether it was noticed by a retain; else it was by a release. */
  private final boolean retained;

  EarlyEndWords(List<EarlyEnd.Group> parts, CallPaths paths, boolean retained) {
    this.parts = parts;
    this.paths = paths;
    this.retained = retained;
  }

  /** What speaks against a method. */
  enum Sign {
    GIVEN_MORE(Feature.EARLY_END_GIVEN_MORE),
    TAKEN_LESS(Feature.EARLY_END_TAKEN_LESS),
    REFUSED_ALONE(Feature.EARLY_END_REFUSED_ALONE),
    PASSED_ON(Feature.EARLY_END_PASSED_ON),
    REPEATED(Feature.EARLY_END_REPEATED),
    REFUSED_AS_USUAL(Feature.EARLY_END_REFUSED_AS_USUAL),
    ENDED(Feature.EARLY_END_LAST),
    REFUSED(Feature.EARLY_END_REFUSED);

    final Feature feature;

    Sign(Feature feature) {
      this.feature = feature;
    }

    static Sign of(Feature feature) {
      for (Sign sign : values()) {
        if (sign.feature == feature) {
          return sign;
        }
      }
      throw new IllegalArgumentException("not of lives that ended too early: " + feature);
    }
  }

  /** The sentence. */
  String of(Sign sign, Method method) {
    return switch (sign) {
      case GIVEN_MORE -> givenMore(method);
      case TAKEN_LESS -> takenLess(method);
      case REFUSED_ALONE ->
          say(
              "%s %s %s after %s end, and %s: take that out, or retain before it is called.",
              method.shortName(),
              retained ? "retained" : "released",
              ofMisused(count(EarlyEnd.Group::misused, way -> isRefusedBy(method, way))),
              their(),
              ofSiblings(count(EarlyEnd.Group::healthy, has(method, this::isRefusedKind))));
      case REFUSED_AS_USUAL, REFUSED ->
          say(
              "%s %s %s after %s end%s: %s.",
              method.shortName(),
              retained ? "retained" : "released",
              ofMisused(count(EarlyEnd.Group::misused, way -> isRefusedBy(method, way))),
              their(),
              sign == Sign.REFUSED ? "" : ", as it releases others",
              retained ? EARLIER : "retain before it is called, or take an earlier release out");
      case REPEATED ->
          say(
              "%s released %s more than once: take one release out, or retain before it.",
              method.shortName(),
              ofMisused(count(EarlyEnd.Group::misused, way -> times(method, way) > 1)));
      case PASSED_ON ->
          ended(
              method,
              isAlwaysLast(method) ? "" : ", or a method it called,",
              way -> endPath(way).methods().contains(method));
      case ENDED -> ended(method, "", way -> isLast(method, endPath(way)));
    };
  }

  private String givenMore(Method method) {
    long lives = given(method);
    long siblings = givenBySiblings(method);
    double more = average(EarlyEnd.Group::misused, method, EarlyEndWords::isGiven);
    double usual = average(EarlyEnd.Group::healthy, method, EarlyEndWords::isGiven);
    if (siblings > 0 && more > usual) {
      return say(
          "%s released each %s %s, but each released sibling %s: take one release out, or retain"
              + " before it.",
          method.shortName(), resource(), times(more), times(usual));
    }
    return say(
        "%s released %s%s: take that release out, or retain before it.",
        method.shortName(),
        ofMisused(lives),
        isMore(lives, misused(), siblings, healthy())
            ? ", but " + ofSiblings(siblings)
            : " at a step that siblings like them do not have");
  }

  /** Whether it is a larger share. */
  private static boolean isMore(long some, long all, long others, long allOthers) {
    return some * Math.max(1, allOthers) > others * all;
  }

  private String takenLess(Method method) {
    long lives = taken(method);
    double fewer = average(EarlyEnd.Group::misused, method, EarlyEndWords::isTaken);
    double usual = average(EarlyEnd.Group::healthy, method, EarlyEndWords::isTaken);
    if (lives > 0 && fewer < usual) {
      return say(
          "%s took %s to each released sibling, but %s to each %s: retain once more there before"
              + " passing %s on.",
          method.shortName(), references(usual), number(fewer), resource(), them());
    }
    long siblings = takenBySiblings(method);
    return say(
        "%s retained %s%s: retain %s there before passing %s on.",
        method.shortName(),
        ofSiblings(siblings),
        isMore(siblings, healthy(), lives, misused())
            ? ", but " + ofMisused(lives)
            : say(" at a step that each %s like them lacks", resource()),
        them(),
        them());
  }

  /** Where the last reference was given back; who noticed it is the one that most often did. */
  private String ended(Method method, String orBelow, Predicate<Way> there) {
    Map<Method, Long> noticed = new HashMap<>();
    forEach(
        EarlyEnd.Group::misused,
        (way, times) -> {
          CallPath refused = paths.of(EarlyEnd.last(way));
          if (there.test(way) && !refused.isEmpty()) {
            noticed.merge(refused.last(), times, Long::sum);
          }
        });
    Map.Entry<Method, Long> most =
        noticed.entrySet().stream()
            .max(
                Map.Entry.<Method, Long>comparingByValue()
                    .thenComparing(entry -> entry.getKey().name()))
            .orElse(null);
    if (most == null) {
      return say(
          "%s%s gave back the last reference to %s: retain before that if it is still used, or take"
              + " a release out.",
          method.shortName(), orBelow, ofMisused(count(EarlyEnd.Group::misused, there)));
    }
    boolean itself = most.getKey().equals(method);
    return say(
        "%s%s gave back the last reference to %s, and %sthen %s %s%s: %s.",
        method.shortName(),
        orBelow,
        ofMisused(most.getValue()),
        itself ? "" : most.getKey().shortName() + ' ',
        retained ? "retained" : "released",
        most.getValue() == 1 ? "it" : "them",
        retained ? "" : " again",
        retained
            ? EARLIER
            : itself ? "take one release out" : "let only one of the two release, or retain first");
  }

  /** What a method gave back of lives that ended too early, and of siblings. */
  Difference extraRelease(Method method) {
    return new Difference(
        Difference.Kind.EXTRA_RELEASE, method.frame(), given(method), givenBySiblings(method));
  }

  /** What a method took of lives that ended too early, and of siblings. */
  Difference missingRetain(Method method) {
    return new Difference(
        Difference.Kind.MISSING_RETAIN, method.frame(), taken(method), takenBySiblings(method));
  }

  private long given(Method method) {
    return count(EarlyEnd.Group::misused, accepted(has(method, EarlyEndWords::isGiven)));
  }

  private long givenBySiblings(Method method) {
    return count(EarlyEnd.Group::healthy, has(method, EarlyEndWords::isGiven));
  }

  private long taken(Method method) {
    return count(EarlyEnd.Group::misused, accepted(has(method, EarlyEndWords::isTaken)));
  }

  private long takenBySiblings(Method method) {
    return count(EarlyEnd.Group::healthy, has(method, EarlyEndWords::isTaken));
  }

  private static boolean isGiven(Stop stop) {
    return stop.change() < 0;
  }

  private static boolean isTaken(Stop stop) {
    return stop.change() > 0;
  }

  private boolean isRefusedKind(Stop stop) {
    return retained ? isTaken(stop) : isGiven(stop);
  }

  private boolean isBy(Method method, Stop stop) {
    return isLast(method, paths.of(stop));
  }

  private static boolean isLast(Method method, CallPath path) {
    return !path.isEmpty() && path.last().equals(method);
  }

  private boolean isRefusedBy(Method method, Way way) {
    return isBy(method, EarlyEnd.last(way));
  }

  private CallPath endPath(Way way) {
    Stop end = EarlyEnd.end(way);
    return end == null ? NOWHERE : paths.of(end);
  }

  private boolean isAlwaysLast(Method method) {
    return count(
            EarlyEnd.Group::misused,
            way -> endPath(way).methods().contains(method) && !isLast(method, endPath(way)))
        == 0;
  }

  private Predicate<Way> has(Method method, Predicate<Stop> wanted) {
    return way -> way.stops().stream().anyMatch(stop -> wanted.test(stop) && isBy(method, stop));
  }

  /** The same of a way without what was refused. */
  private static Predicate<Way> accepted(Predicate<Way> of) {
    return way -> of.test(before(way));
  }

  private static Way before(Way way) {
    List<Stop> stops = way.stops();
    return new Way(stops.subList(0, stops.size() - 1), null, way.owners(), way.uses());
  }

  private long times(Method method, Way way) {
    return way.stops().stream().filter(stop -> isGiven(stop) && isBy(method, stop)).count();
  }

  private interface Counter {
    void add(Way way, long times);
  }

  private void forEach(Function<EarlyEnd.Group, Ways> which, Counter counter) {
    for (EarlyEnd.Group part : parts) {
      which.apply(part).commonestFirst().forEach(count -> counter.add(count.way(), count.times()));
    }
  }

  private long count(Function<EarlyEnd.Group, Ways> which, Predicate<Way> wanted) {
    long[] sum = {0};
    forEach(which, (way, times) -> sum[0] += wanted.test(way) ? times : 0);
    return sum[0];
  }

  /** How many such steps of a life the method made, on average. */
  private double average(
      Function<EarlyEnd.Group, Ways> which, Method method, Predicate<Stop> wanted) {
    long[] sums = {0, 0};
    forEach(
        which,
        (way, times) -> {
          sums[0] += times;
          sums[1] +=
              times
                  * way.stops().stream()
                      .filter(stop -> wanted.test(stop) && isBy(method, stop))
                      .count();
        });
    return (double) sums[1] / Math.max(1, sums[0]);
  }

  private long misused() {
    return count(EarlyEnd.Group::misused, way -> true);
  }

  private long healthy() {
    return count(EarlyEnd.Group::healthy, way -> true);
  }

  private String them() {
    return misused() == 1 ? "it" : "them";
  }

  private String their() {
    return misused() == 1 ? "its" : "their";
  }

  private String resource() {
    return retained ? "misused resource" : "over-released resource";
  }

  private String ofMisused(long some) {
    long all = misused();
    return say("%,d of %,d %s%s", some, all, resource(), all == 1 ? "" : "s");
  }

  private String ofSiblings(long some) {
    long all = healthy();
    return say("%,d of %,d released sibling%s", some, all, all == 1 ? "" : "s");
  }

  private static String times(double number) {
    return number == 1 ? "once" : number == 2 ? "twice" : number(number) + " times";
  }

  private static String references(double number) {
    return number(number) + (number == 1 ? " reference" : " references");
  }

  /** A whole number as one, any other average with one digit. */
  private static String number(double number) {
    return number == Math.rint(number) ? say("%,.0f", number) : say("%,.1f", number);
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
