package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Closers;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.evidence.Reference;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Owner;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The methods that owners speak against: where they ended without what they own, or without giving
 * back a reference that they took. That an owner has ended is a fact where all else is a
 * comparison, so what it explains nobody else is suspected of.
 */
public final class OwnerSuspects {
  private final Diagnosis.Group group;
  private final CallPaths paths;
  private final Map<OwnerClaim, Long> claims = new LinkedHashMap<>();

  private OwnerSuspects(Diagnosis.Group group, CallPaths paths) {
    this.group = group;
    this.paths = paths;
  }

  public static OwnerSuspects of(Diagnosis.Group group, CallPaths paths) {
    OwnerSuspects suspects = new OwnerSuspects(group, paths);
    for (Ways.Count count : group.leaked().commonestFirst()) {
      suspects
          .claims(count.way())
          .forEach(claim -> suspects.claims.merge(claim, count.times(), Long::sum));
    }
    return suspects;
  }

  /** Where the owner ended without the resource that is all there is to say. */
  private Set<OwnerClaim> claims(Way way) {
    Owner owner = way.owner(way.stops().get(0));
    Method ended = owner == null ? null : endOf(owner);
    if (owner != null && ended != null) {
      return Set.of(OwnerClaim.left(owner, ended));
    }
    Set<OwnerClaim> owed = new LinkedHashSet<>();
    if (way.owners().isEmpty()) {
      return owed;
    }
    for (Reference reference : Reference.unpaid(way, paths)) {
      Owner holder = reference.owner();
      CallPath taken = paths.of(reference.taken());
      if (holder != null && reference.taken().kind() == Stop.Kind.RETAIN && !taken.isEmpty()) {
        owed.add(OwnerClaim.owes(holder, taken.last(), endOf(holder)));
      }
    }
    return owed;
  }

  private @Nullable Method endOf(Owner owner) {
    CallPath path = owner.end() == null ? null : paths.of(owner.end());
    return path == null || path.isEmpty() ? null : path.last();
  }

  private double share(OwnerClaim claim) {
    return (double) claims.getOrDefault(claim, 0L) / Math.max(1, group.leaked().remembered());
  }

  /**
   * How much a claim explains, from 0 to 1: not where the released siblings were released
   * elsewhere, for then their users release them, and one of these may have forgotten it, before
   * the owner should have noticed.
   */
  private double weight(OwnerClaim claim) {
    return share(claim) * (claim.took() != null ? 1 : agreeing(claim));
  }

  /** The share of the released siblings that were released from where the owner ended. */
  private double agreeing(OwnerClaim claim) {
    return group.healthy().remembered() == 0
        ? 1
        : (double) releasedFrom(claim.method()) / group.healthy().remembered();
  }

  private long releasedFrom(Method method) {
    long released = 0;
    for (Ways.Count count : group.healthy().commonestFirst()) {
      List<Stop> stops = count.way().stops();
      Stop last = stops.get(stops.size() - 1);
      released += calledFor(paths.of(last), method) ? count.times() : 0;
    }
    return released;
  }

  /** Whether it made a release, or called what is named so that it ends things. */
  private static boolean calledFor(CallPath release, Method method) {
    for (int i = release.depth() - 1; i >= 0; i--) {
      if (release.methods().get(i).equals(method)) {
        return true;
      }
      if (!Closers.isNamedSo(release.methods().get(i))) {
        return false;
      }
    }
    return false;
  }

  /** How much of the leak is explained by owners that were to release it. */
  double explainedByDuty() {
    return explained(claim -> !claim.closes());
  }

  /** How much of the leak owners explain, from 0 to 1. */
  public double explained() {
    return explained(claim -> true);
  }

  private double explained(Predicate<OwnerClaim> which) {
    return Math.min(1, claims.keySet().stream().filter(which).mapToDouble(this::weight).sum());
  }

  /** Whether they speak against a method. */
  boolean names(Method method) {
    return claims.keySet().stream().anyMatch(claim -> claim.method().equals(method));
  }

  /** What they say, the clearest first. */
  List<Clue> clues() {
    Set<Method> named = new LinkedHashSet<>();
    List<Clue> clues = new ArrayList<>();
    claims.keySet().stream()
        .sorted(Comparator.comparingDouble(this::share).reversed())
        .sorted(Comparator.comparingDouble(this::weight).reversed())
        .filter(claim -> named.add(claim.method()))
        .forEach(claim -> add(claim, clues));
    return clues;
  }

  private static Feature feature(OwnerClaim claim) {
    if (claim.ended() == null) {
      return Feature.OWNER_OWES;
    }
    return claim.closes() ? Feature.OWNER_CLOSES : Feature.OWNER;
  }

  private void add(OwnerClaim claim, List<Clue> clues) {
    Clue.Sign sign = new Clue.Told(words(claim));
    double explained = weight(claim);
    double elsewhere = share(claim) - explained;
    if (explained > 0) {
      clues.add(new Clue(claim.method(), feature(claim), explained, sign));
    }
    if (elsewhere > 0) {
      clues.add(new Clue(claim.method(), Feature.OWNER_ELSEWHERE, elsewhere, sign));
    }
  }

  private String words(OwnerClaim claim) {
    long some = claims(claim);
    StringBuilder words =
        new StringBuilder(
            claim.words(
                group.subject().share(some, group.leaked().remembered()),
                some == 1,
                group.subject()));
    long healthy = group.healthy().remembered();
    if (claim.took() == null && healthy == 0 && group.released() > 0) {
      words.append(
          say(
              "; %,d other%s of the same owner%s %s released",
              group.released(),
              group.released() == 1 ? "" : "s",
              some == 1 ? "" : "s",
              group.released() == 1 ? "was" : "were"));
    }
    if (claim.took() == null && healthy > 0) {
      words.append(
          say(
              "; %,d of %,d released sibling%s ended there",
              releasedFrom(claim.method()), healthy, healthy == 1 ? "" : "s"));
    }
    String what =
        claim.took() == null
            ? "release all that it owns there, too"
            : claim.ended() == null
                ? say("give it back where the %s ends", claim.ownerType())
                : "give it back there, too";
    return words.append(group.subject().todo(what)).append('.').toString();
  }

  private long claims(OwnerClaim claim) {
    return claims.getOrDefault(claim, 0L);
  }

  /**
   * The suspects of what belongs to an owner that leaked, too, or is open, too: its own, for it is
   * the cause.
   *
   * @param ofOwner the suspects of the owner
   * @param ownerType the class of the owner
   * @param subject what it is
   */
  public static List<Suspect> lent(List<Suspect> ofOwner, String ownerType, Subject subject) {
    return ofOwner.stream()
        .map(
            suspect ->
                new Suspect(
                    EvidenceKind.OWNER,
                    suspect.frame(),
                    suspect.score(),
                    say(
                        subject == Subject.LEAKED
                            ? "%s is suspected of leaking the owner, a %s: fix that leak first."
                            : "%s is suspected of holding the owner, a %s: look at that one first.",
                        Method.of(suspect.frame()).shortName(),
                        new Owner(ownerType, null).shortName()),
                    suspect.confidence()))
        .toList();
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
