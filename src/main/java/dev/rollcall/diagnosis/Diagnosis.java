package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Closers;
import dev.rollcall.diagnosis.evidence.Clues;
import dev.rollcall.diagnosis.evidence.Match;
import dev.rollcall.diagnosis.evidence.Receivers;
import dev.rollcall.diagnosis.evidence.Releases;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.StepKeys;
import dev.rollcall.diagnosis.way.UsesApart;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Says for each leak group who may have forgotten the release, from how its leaked lives differ
 * from their healthy siblings, and from who had the reference last. Deterministic; not thread-safe.
 */
public final class Diagnosis {
  /** A resource that ends with another one is no riddle of its own from here on. */
  private static final double INDIRECT = 0.5;

  private final IdentityHashMap<Ways, Charges> charges = new IdentityHashMap<>();
  private final Charges direct = new Charges();
  private final CallPaths paths;

  private Diagnosis(CallPaths paths) {
    this.paths = paths;
  }

  /**
   * The lives of one group, leaked or still open.
   *
   * @param leaked those that no other one of them owns
   * @param healthy its siblings that were released
   * @param released how many resources of the same owners were released
   * @param subject what they are
   */
  public record Group(Ways leaked, Ways healthy, long released, Subject subject) {
    /** Leaked lives. */
    public Group(Ways leaked, Ways healthy, long released) {
      this(leaked, healthy, released, Subject.LEAKED);
    }

    /** Leaked lives of which it is not known what else their owners had. */
    public Group(Ways leaked, Ways healthy) {
      this(leaked, healthy, 0);
    }
  }

  /**
   * Looks at all leak groups together.
   *
   * @param healthy the released lives of all groups, also those without a leak
   */
  public static Diagnosis of(List<Group> groups, Collection<Ways> healthy) {
    CallPaths paths = new CallPaths();
    healthy.forEach(paths::learn);
    groups.forEach(group -> paths.learn(group.leaked));
    StepKeys keys = new StepKeys(paths);
    Releases releases = new Releases(paths);
    Receivers receivers = new Receivers(paths);
    Closers closers = new Closers(paths);
    List<Ways> leaked = groups.stream().map(Group::leaked).toList();
    releases.learn(healthy);
    receivers.learn(healthy);
    closers.learn(healthy);
    receivers.learn(leaked);
    IdentityHashMap<Way, List<Match>> matches = new IdentityHashMap<>();
    for (Group group : groups) {
      UsesApart uses = new UsesApart(group.healthy);
      for (Ways.Count count : group.leaked.commonestFirst()) {
        List<Match> found =
            Match.of(uses.comparable(count.way()), uses.siblings(count.way()), keys);
        matches.put(count.way(), found);
        for (Match match : found) {
          match.alignment().missing().stream()
              .limit(1)
              .forEach(release -> releases.lack(release, count.times() * match.share()));
        }
      }
    }
    Clues clues = new Clues(paths, releases, receivers, closers);
    Diagnosis diagnosis = new Diagnosis(paths);
    for (Group group : groups) {
      Charges charges = new Charges();
      double remembered = Math.max(1, group.leaked.remembered());
      double indirect = 0;
      for (Ways.Count count : group.leaked.commonestFirst()) {
        List<Match> found = matches.getOrDefault(count.way(), List.of());
        double share = count.times() / remembered;
        clues.of(count.way(), found).forEach(clue -> charges.add(clue, share));
        indirect += share * nested(found, paths);
      }
      boolean owned = OwnerSuspects.of(group, paths).explained() >= INDIRECT;
      diagnosis.add(group, charges, indirect >= INDIRECT && !owned);
    }
    return diagnosis;
  }

  private void add(Group group, Charges found, boolean indirect) {
    charges.put(group.leaked, indirect ? direct : found);
    if (!indirect) {
      direct.addAll(found, Math.sqrt((double) group.leaked.remembered()));
    }
  }

  /** The share of siblings that were released by the end of another resource. */
  private static double nested(List<Match> matches, CallPaths paths) {
    return matches.stream()
        .filter(match -> !match.alignment().missing().isEmpty())
        .filter(
            match -> match.alignment().missing().stream().allMatch(stop -> paths.of(stop).nested()))
        .mapToDouble(Match::share)
        .sum();
  }

  /** The suspects of a group, most likely first, at most three. */
  public List<Suspect> suspects(Group group) {
    Charges found = charges.get(group.leaked);
    if (found == null) {
      return List.of();
    }
    List<Charges.Charge> heaviest =
        (found == direct ? found : found.backedBy(direct)).heaviestFirst();
    // What several groups charge may add up to more than 1.
    double scale = heaviest.isEmpty() ? 1 : Math.max(1, heaviest.get(0).sum());
    List<Suspect> suspects =
        heaviest.stream()
            .map(
                charge ->
                    Sentence.suspect(charge, charge.sum() / scale, group, found == direct, paths))
            .toList();
    return OwnerSuspects.of(group, paths).beside(suspects);
  }
}
