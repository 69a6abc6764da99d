package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.EarlyEndWords.Sign;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.match.Excess;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.StepKeys;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.UsesApart;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says of lives that were released once too often, or used after their end, who may have ended them
 * too early: from how they differ from their healthy siblings, and from where they ended and where
 * that was noticed. Deterministic; not thread-safe.
 *
 * <p>The last step of such a way is the one that was refused. It is not always the wrong one: the
 * release that ended the life may be, or a reference was not taken that should have been.
 */
public final class EarlyEnd {
  private static final int MOST = 3;

  private final List<Group> parts;
  private final CallPaths paths;
  private final Usual usual;
  private final Weights weights;

  /** For each method of how much of the lives it is true what speaks against it, from 0 to 1. */
  private final Map<Method, EnumMap<Feature, Double>> evidence = new LinkedHashMap<>();

  private final double lives;
  private final boolean retained;

  /**
   * Lives of one type and site.
   *
   * @param misused each up to what was done wrong
   * @param healthy their siblings that were released
   */
  public record Group(Ways misused, Ways healthy) {}

  /** What is usual in a program: who gives resources back that are well. Learned once. */
  public static final class Usual {
    private final CallPaths paths = new CallPaths();
    private final Set<Method> releasers = new HashSet<>();

    /** {@code healthy}: the released lives of all groups. */
    public Usual(Collection<Ways> healthy) {
      healthy.forEach(paths::learn);
      for (Ways ways : healthy) {
        for (Ways.Count count : ways.commonestFirst()) {
          count.way().stops().forEach(this::learn);
        }
      }
    }

    private void learn(Stop stop) {
      if (stop.change() < 0 && !paths.of(stop).isEmpty()) {
        releasers.add(paths.of(stop).last());
      }
    }
  }

  private EarlyEnd(List<Group> groups, Usual usual, Weights weights) {
    this.usual = usual;
    this.weights = weights;
    this.paths = usual.paths;
    parts =
        groups.stream()
            .map(
                group ->
                    new Group(
                        group.misused.seen(EarlyEnd::once), group.healthy.seen(EarlyEnd::once)))
            .filter(group -> group.misused.remembered() > 0)
            .toList();
    lives = Math.max(1, sum(Group::misused));
    retained =
        parts.stream()
            .flatMap(part -> part.misused.commonestFirst().stream())
            .anyMatch(count -> last(count.way()).kind() == Stop.Kind.RETAIN);
    parts.forEach(part -> paths.learn(part.healthy));
    parts.forEach(part -> paths.learn(part.misused));
  }

  /**
   * Looks at the lives of one group of misuses.
   *
   * @param groups the lives, by type and site
   * @param usual learned from the released lives of all groups
   */
  public static EarlyEnd of(List<Group> groups, Usual usual) {
    return of(groups, usual, Weights.shipped());
  }

  static EarlyEnd of(List<Group> groups, Usual usual, Weights weights) {
    EarlyEnd found = new EarlyEnd(groups, usual, weights);
    StepKeys keys = new StepKeys(found.paths);
    for (Group part : found.parts) {
      UsesApart uses = new UsesApart(part.healthy);
      Map<Method, Integer> most = found.mostReleases(part.healthy);
      for (Ways.Count count : part.misused.commonestFirst()) {
        double share = count.times() / found.lives;
        Way way = count.way();
        found.apart(way, most, share);
        for (Excess excess : Excess.of(uses.comparable(way), uses.siblings(way), keys)) {
          found.contrast(last(way), excess, share * excess.share());
        }
      }
    }
    return found;
  }

  /** Without the end where it is the last release told again. */
  private static Way once(Way way) {
    return new Way(
        way.stops().stream()
            .filter(stop -> stop.kind() != Stop.Kind.UNREGISTER || stop.change() != 0)
            .toList(),
        way.sequel(),
        way.owners(),
        way.uses());
  }

  static Stop last(Way way) {
    return way.stops().get(way.stops().size() - 1);
  }

  private void charge(Sign sign, Method method, double strength) {
    evidence
        .computeIfAbsent(method, m -> new EnumMap<>(Feature.class))
        .merge(sign.feature, strength, Double::sum);
  }

  /** What the life says by itself. */
  private void apart(Way way, Map<Method, Integer> most, double share) {
    CallPath refused = paths.of(last(way));
    if (!refused.isEmpty()) {
      charge(Sign.REFUSED, refused.last(), share);
    }
    releases(way)
        .forEach(
            (method, times) -> {
              if (times > Math.max(1, most.getOrDefault(method, 0))) {
                charge(Sign.REPEATED, method, share);
              }
            });
    Stop end = end(way);
    CallPath ended = end == null ? null : paths.of(end);
    if (ended == null || ended.isEmpty()) {
      return;
    }
    charge(Sign.ENDED, ended.last(), share);
    int common = ended.common(refused);
    if (common > 0) {
      charge(
          Sign.PASSED_ON,
          common < ended.depth() ? ended.methods().get(common) : ended.last(),
          share);
    }
  }

  /** How often each method gave references of one sibling back at most. */
  private Map<Method, Integer> mostReleases(Ways healthy) {
    Map<Method, Integer> most = new HashMap<>();
    for (Ways.Count count : healthy.commonestFirst()) {
      releases(count.way()).forEach((method, times) -> most.merge(method, times, Math::max));
    }
    return most;
  }

  /** How often each method gave a reference back, or tried to. */
  private Map<Method, Integer> releases(Way way) {
    Map<Method, Integer> releases = new LinkedHashMap<>();
    for (Stop stop : way.stops()) {
      if (stop.change() < 0 && !paths.of(stop).isEmpty()) {
        releases.merge(paths.of(stop).last(), 1, Integer::sum);
      }
    }
    return releases;
  }

  /** The release that ended the life; null where none is known. */
  static @Nullable Stop end(Way way) {
    List<Stop> stops = way.stops();
    for (int i = stops.size() - 2; i >= 0; i--) {
      if (stops.get(i).change() < 0) {
        return stops.get(i);
      }
    }
    return null;
  }

  private void contrast(Stop refused, Excess excess, double share) {
    Set<Method> more = new LinkedHashSet<>();
    Set<Method> again = new LinkedHashSet<>();
    for (Stop stop : excess.given()) {
      (stop.equals(refused) ? again : more).addAll(by(stop));
    }
    Set<Method> less = new LinkedHashSet<>();
    excess.untaken().forEach(stop -> less.addAll(by(stop)));
    more.forEach(method -> charge(Sign.GIVEN_MORE, method, share));
    less.forEach(method -> charge(Sign.TAKEN_LESS, method, share));
    // Who gives others back rightly may have been given this one wrongly.
    again.forEach(
        method ->
            charge(
                usual.releasers.contains(method) ? Sign.REFUSED_AS_USUAL : Sign.REFUSED_ALONE,
                method,
                share));
  }

  /** Who made a step; nobody where it has no stack. */
  private Set<Method> by(Stop stop) {
    CallPath path = paths.of(stop);
    return path.isEmpty() ? Set.of() : Set.of(path.last());
  }

  /** How strong the evidence of each kind is against each method. */
  public Map<Method, Map<Feature, Double>> evidence() {
    return Collections.unmodifiableMap(evidence);
  }

  private record Charge(Method method, Feature lead, double score) {}

  /** Who may have ended the lives too early, most likely first, at most three. */
  public List<Suspect> suspects() {
    List<Charge> charges = new ArrayList<>();
    evidence.forEach(
        (method, strengths) -> {
          Feature lead = weights.heaviest(strengths);
          double score = weights.score(strengths);
          if (lead != null) {
            charges.add(new Charge(method, lead, score));
          }
        });
    charges.sort(Comparator.comparingDouble(Charge::score).reversed());
    double scale = charges.isEmpty() ? 1 : Math.max(1, charges.get(0).score);
    EarlyEndWords words = new EarlyEndWords(parts, paths, retained);
    return charges.stream()
        .limit(MOST)
        .map(
            charge ->
                new Suspect(
                    charge.lead.kind(),
                    charge.method.frame(),
                    Math.round(Math.max(0, charge.score) / scale * 100) / 100.0,
                    words.of(Sign.of(charge.lead), charge.method),
                    weights.confidence(
                        charge.lead, margin(charge, charges), misused(), siblings())))
        .toList();
  }

  /** How much more speaks against it than against any other. */
  private static double margin(Charge charge, List<Charge> heaviestFirst) {
    int rival = charge.equals(heaviestFirst.get(0)) ? 1 : 0;
    return charge.score - (rival < heaviestFirst.size() ? heaviestFirst.get(rival).score : 0);
  }

  /** How many lives are compared. */
  public long misused() {
    return sum(Group::misused);
  }

  /** How many released siblings they are compared with. */
  public long siblings() {
    return sum(Group::healthy);
  }

  private long sum(Function<Group, Ways> which) {
    return parts.stream().mapToLong(part -> which.apply(part).remembered()).sum();
  }

  /** Which steps only one side has, those of most lives first; the refused one is none of them. */
  public List<Difference> differences() {
    EarlyEndWords words = new EarlyEndWords(parts, paths, retained);
    List<Found> found = new ArrayList<>();
    evidence.forEach(
        (method, signs) -> {
          Double given = signs.get(Feature.EARLY_END_GIVEN_MORE);
          Double untaken = signs.get(Feature.EARLY_END_TAKEN_LESS);
          if (given != null) {
            found.add(new Found(words.extraRelease(method), given));
          }
          if (untaken != null) {
            found.add(new Found(words.missingRetain(method), untaken));
          }
        });
    // A stable sort: of equals the one that was found first.
    return found.stream()
        .sorted(Comparator.comparingDouble(Found::share).reversed())
        .map(Found::difference)
        .toList();
  }

  private record Found(Difference difference, double share) {}
}
