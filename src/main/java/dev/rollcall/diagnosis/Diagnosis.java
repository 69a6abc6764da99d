package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Closers;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.Clues;
import dev.rollcall.diagnosis.evidence.CutOff;
import dev.rollcall.diagnosis.evidence.Entries;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.evidence.Receivers;
import dev.rollcall.diagnosis.evidence.Releases;
import dev.rollcall.diagnosis.evidence.Subtree;
import dev.rollcall.diagnosis.match.Match;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.StepKeys;
import dev.rollcall.diagnosis.way.UsesApart;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says for each leak group who may have forgotten the release, from how its leaked lives differ
 * from their healthy siblings, and from who had the reference last. Deterministic; not thread-safe.
 */
public final class Diagnosis {
  /** A resource that ends with another one is no riddle of its own from here on. */
  private static final double INDIRECT = 0.5;

  /** Of the ways of a group's leaked lives, so many are laid beside those of its siblings. */
  private static final int MOST_WAYS = 64;

  private final IdentityHashMap<Ways, Charges> charges = new IdentityHashMap<>();

  /** The leaked lives of groups that are parts of others. */
  private final Set<Ways> parts = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Of all groups that are no part of another. */
  private final Charges direct = new Charges();

  /** The commonest way of a group's leaked lives beside a sibling's, laid out when asked. */
  private final IdentityHashMap<Ways, Supplier<Tracks>> tracks;

  private final CallPaths paths;
  private final Weights weights;

  /**
   * What speaks against whom, for one group; what it is worth is no part of it.
   *
   * @param lives how many leaked or were misused
   * @param siblings how many released ones they are compared with
   * @param strengths how strong the evidence of each kind is against each method
   */
  public record Evidence(long lives, long siblings, Map<Method, Map<Feature, Double>> strengths) {}

  private Diagnosis(
      IdentityHashMap<Ways, Supplier<Tracks>> tracks, CallPaths paths, Weights weights) {
    this.tracks = tracks;
    this.paths = paths;
    this.weights = weights;
  }

  /**
   * The lives of one group, leaked or still open.
   *
   * @param leaked those that no other one of them owns
   * @param healthy its siblings that were released
   * @param released how many resources of the same owners were released
   * @param subject what they are
   * @param told what was found elsewhere than in their ways
   */
  public record Group(Ways leaked, Ways healthy, long released, Subject subject, List<Clue> told) {
    public Group {
      told = List.copyOf(told);
    }

    /** Lives of which all that is known is in their ways. */
    public Group(Ways leaked, Ways healthy, long released, Subject subject) {
      this(leaked, healthy, released, subject, List.of());
    }

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
    return of(groups, healthy, Weights.shipped());
  }

  @SuppressWarnings("ReferenceEquality")
  static Diagnosis of(List<Group> groups, Collection<Ways> healthy, Weights weights) {
    CallPaths paths = new CallPaths();
    healthy.forEach(paths::learn);
    groups.forEach(group -> paths.learn(group.leaked));
    StepKeys keys = new StepKeys(paths);
    Releases releases = new Releases(paths);
    Receivers receivers = new Receivers(paths);
    Closers closers = new Closers(paths);
    List<Ways> leaked = groups.stream().map(Group::leaked).toList();
    Entries entries = new Entries(paths);
    entries.learn(healthy);
    entries.learn(leaked);
    releases.learn(healthy);
    receivers.learn(healthy);
    closers.learn(healthy);
    receivers.learn(leaked);
    IdentityHashMap<Way, Compared> compared = new IdentityHashMap<>();
    IdentityHashMap<Ways, Supplier<Tracks>> tracks = new IdentityHashMap<>();
    for (Group group : groups) {
      UsesApart uses = new UsesApart(group.healthy);
      Way commonest = commonest(group);
      for (Ways.Count count : lookedAt(group)) {
        Way way = uses.comparable(count.way());
        List<Match> siblings = Match.of(way, uses.siblings(count.way()), keys);
        compared.put(count.way(), new Compared(way, siblings));
        if (count.way() == commonest) {
          tracks.put(
              group.leaked,
              () ->
                  Tracks.of(
                      way,
                      siblings.isEmpty() ? null : siblings.get(0).sibling(),
                      uses.alike(count.way(), group.leaked),
                      uses.siblings(count.way()),
                      keys,
                      paths));
        }
        for (Match sibling : siblings) {
          sibling.alignment().missing().stream()
              .limit(1)
              .forEach(release -> releases.lack(release, count.times() * sibling.share()));
        }
      }
    }
    Clues clues = new Clues(paths, releases, receivers, closers);
    Diagnosis diagnosis = new Diagnosis(tracks, paths, weights);
    groups.forEach(group -> diagnosis.charge(group, compared, clues, entries));
    diagnosis.back(groups);
    return diagnosis;
  }

  /**
   * A way of leaked lives beside those of its siblings.
   *
   * @param way as it is compared
   */
  private record Compared(Way way, List<Match> siblings) {}

  /** Where nearly each life goes a way of its own, some tell what the others would. */
  private static List<Ways.Count> lookedAt(Group group) {
    List<Ways.Count> ways = group.leaked.commonestFirst();
    return ways.subList(0, Math.min(MOST_WAYS, ways.size()));
  }

  /** The way that most of the leaked went; null where none is known. */
  private static @Nullable Way commonest(Group group) {
    List<Ways.Count> ways = lookedAt(group);
    return ways.stream()
        .filter(count -> count.times() == ways.get(0).times())
        .map(Ways.Count::way)
        .min(Way.BY_STEPS)
        .orElse(null);
  }

  /** Adds up what speaks against whom in a group. */
  private void charge(Group group, Map<Way, Compared> compared, Clues clues, Entries entries) {
    OwnerSuspects owners = OwnerSuspects.of(group, paths);
    CutOff cutOff = new CutOff(group.told, paths);
    Charges charged = new Charges();
    List<Ways.Count> ways = lookedAt(group);
    double lives = Math.max(1, ways.stream().mapToLong(Ways.Count::times).sum());
    double indirect = 0;
    for (Ways.Count count : ways) {
      Way way = count.way();
      Compared beside = compared.getOrDefault(way, new Compared(way, List.of()));
      double share = count.times() / lives;
      clues.of(way, beside.way, beside.siblings).forEach(clue -> charged.add(clue, share));
      cutOff.of(beside.siblings).forEach(clue -> charged.add(clue, share));
      indirect += share * nested(beside.siblings, paths);
    }
    Subtree.of(group.leaked, group.healthy, paths).forEach(clue -> charged.add(clue, 1));
    owners.clues().forEach(clue -> charged.add(clue, 1));
    group.told.forEach(clue -> charged.add(clue, 1));
    cutOff.ending().forEach(clue -> charged.add(clue, 1));
    excuse(group, charged);
    belong(owners, charged);
    charged.spoken().keySet().stream()
        .filter(method -> !owners.names(method))
        .forEach(method -> charged.addBeside(method, Feature.ENTRY, entries.shareOf(method)));
    charges.put(group.leaked, charged);
    if (indirect >= INDIRECT && owners.explained() < INDIRECT) {
      parts.add(group.leaked);
    }
  }

  /** What an exception explains nobody did whom it did not come through. */
  private static void excuse(Group group, Charges charges) {
    double explained =
        group.told.stream()
            .filter(clue -> clue.feature() == Feature.EXCEPTION)
            .mapToDouble(Clue::strength)
            .max()
            .orElse(0);
    Set<Method> passed = new HashSet<>();
    group.told.stream()
        .filter(clue -> clue.feature() == Feature.EXCEPTION_CAME)
        .forEach(clue -> passed.add(clue.method()));
    charges.spoken().keySet().stream()
        .filter(method -> !passed.contains(method))
        .forEach(method -> charges.addBeside(method, Feature.EXCUSED, explained));
  }

  /** What an owner's end explains nobody did but who ended it. */
  private static void belong(OwnerSuspects owners, Charges charges) {
    charges.spoken().keySet().stream()
        .filter(method -> !owners.names(method))
        .forEach(method -> charges.addBeside(method, Feature.OWNED, owners.explainedByDuty()));
  }

  private boolean isPart(Group group) {
    return parts.contains(group.leaked);
  }

  /** Lets the groups back each other, and adds them up for those that are parts. */
  private void back(List<Group> groups) {
    List<Group> own = groups.stream().filter(group -> !isPart(group)).toList();
    if (own.isEmpty()) {
      // What they may be parts of does not leak.
      parts.clear();
      own = groups;
    }
    Backing backing = new Backing();
    own.forEach(group -> backing.add(charged(group), group.leaked.remembered()));
    own.forEach(group -> backing.tell(charged(group), group.leaked.remembered()));
    own.forEach(
        group -> direct.addAll(charged(group), Math.sqrt((double) group.leaked.remembered())));
    groups.stream().filter(this::isPart).forEach(group -> charges.put(group.leaked, direct));
  }

  private Charges charged(Group group) {
    return charges.getOrDefault(group.leaked, new Charges());
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

  /** How strong the evidence of each kind is against each method, for a group. */
  public Map<Method, Map<Feature, Double>> evidence(Group group) {
    return charged(group).strengths();
  }

  /** The suspects of a group, most likely first, at most three. */
  public List<Suspect> suspects(Group group) {
    List<Charges.Charge> heaviest = charged(group).heaviestFirst(weights);
    // Evidence of several kinds may add up to more than 1.
    double scale = heaviest.isEmpty() ? 1 : Math.max(1, heaviest.get(0).score());
    return heaviest.stream().map(charge -> suspect(charge, scale, group)).toList();
  }

  /** The commonest way of a group's leaked lives beside that of the most alike siblings. */
  public Tracks tracks(Ways leaked) {
    return tracks.getOrDefault(leaked, () -> Tracks.NONE).get();
  }

  private Suspect suspect(Charges.Charge charge, double scale, Group group) {
    Suspect.Confidence confidence =
        isPart(group)
            ? Suspect.Confidence.LOW
            : weights.confidence(
                charge.lead(), charge.margin(), group.leaked.lives(), group.healthy.lives());
    return new Suspect(
        charge.told().kind(),
        charge.method().frame(),
        Math.round(Math.max(0, charge.score()) / scale * 100) / 100.0,
        Sentence.of(charge, group, isPart(group), paths),
        confidence);
  }
}
