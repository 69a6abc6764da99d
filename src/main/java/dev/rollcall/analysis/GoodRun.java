package dev.rollcall.analysis;

import dev.rollcall.analysis.age.SiblingAges;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Good;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run that is known to be good. Where too few resources of a group were released in another run
 * to compare with, those that were released in this one stand beside them; groups are the same if
 * their fingerprints are, so where the code of a registration has moved there is nothing to
 * compare.
 */
public final class GoodRun {
  /** Where so many were released, those of another run add nothing. */
  private static final long ENOUGH = 100;

  private static final Set<EvidenceKind> OF_SIBLINGS =
      EnumSet.of(EvidenceKind.ABSENCE, EvidenceKind.PRESENCE);

  private final String name;
  private final Siblings siblings;
  private final Map<String, Long> leaked = new HashMap<>();
  private final Map<String, OpenFinding> open = new HashMap<>();

  /** {@code name}: what reports call it. */
  GoodRun(String name, Gathering gathered) {
    this.name = name;
    this.siblings = gathered.siblings();
    for (LeakFinding group : gathered.leaked().largestFirst()) {
      leaked.put(group.fingerprint(), group.count());
    }
    for (OpenFinding group : gathered.open().mostTellingFirst()) {
      open.put(group.fingerprint(), group);
    }
  }

  /** Whether it has nothing that could be compared. */
  public boolean isEmpty() {
    return leaked.isEmpty() && open.isEmpty() && siblings.byFingerprint().isEmpty();
  }

  /** Whether it stands beside a group of which these were released. */
  private boolean helps(String fingerprint, Ways released) {
    return released.lives() < ENOUGH && siblings.ways(fingerprint).lives() > 0;
  }

  /** The healthy lives that a group is compared with, of which these were released. */
  Ways ways(String fingerprint, Ways released) {
    if (!helps(fingerprint, released)) {
      return released;
    }
    Ways both = new Ways(released.type());
    both.addAll(released);
    both.addAll(siblings.ways(fingerprint));
    return both;
  }

  /** How old siblings became, those of this run among them if too few were released there. */
  SiblingAges ages(String fingerprint, Siblings there) {
    if (!helps(fingerprint, there.ways(fingerprint))) {
      return there.ages(fingerprint);
    }
    SiblingAges both = new SiblingAges();
    both.addAll(there.ages(fingerprint));
    both.addWatched(siblings.ages(fingerprint), 0);
    return both;
  }

  /** Evidence that rests on this run says so. */
  List<Suspect> said(List<Suspect> suspects, String fingerprint, Ways released) {
    if (!helps(fingerprint, released)) {
      return suspects;
    }
    String with = released.lives() == 0 ? " (released siblings of " : " (also with those of ";
    return suspects.stream()
        .map(
            suspect ->
                OF_SIBLINGS.contains(suspect.kind())
                    ? suspect.remarked(with + name + ")")
                    : suspect)
        .toList();
  }

  /** What this run says of a group of which these were released in the other one. */
  Good of(String fingerprint, Ways released) {
    Ways ways = siblings.ways(fingerprint);
    OpenFinding still = open.get(fingerprint);
    return new Good(
        name,
        ways.lives(),
        leaked.getOrDefault(fingerprint, 0L),
        still == null ? 0 : still.count(),
        still == null ? 0 : still.ages().overdue(),
        releasedIn(ways),
        helps(fingerprint, released));
  }

  private static String releasedIn(Ways ways) {
    CallPaths paths = new CallPaths();
    paths.learn(ways);
    Map<Method, Long> methods = new HashMap<>();
    for (Ways.Count count : ways.commonestFirst()) {
      List<Stop> stops = count.way().stops();
      Stop end = stops.get(stops.size() - 1);
      if (end.kind() == Stop.Kind.UNREGISTER && !paths.of(end).isEmpty()) {
        methods.merge(paths.of(end).last(), count.times(), Long::sum);
      }
    }
    return methods.entrySet().stream()
        .max(
            Map.Entry.<Method, Long>comparingByValue()
                .thenComparing(entry -> entry.getKey().name(), Comparator.reverseOrder()))
        .map(entry -> entry.getKey().shortName())
        .orElse("");
  }
}
