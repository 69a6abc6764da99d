package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.EvidenceKind;
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
import org.jspecify.annotations.Nullable;

/**
 * The methods that owners speak against: where they ended without what they own, or without giving
 * back a reference that they took. That an owner has ended is a fact where all else is a
 * comparison, so what it explains nobody else is suspected of.
 */
public final class OwnerSuspects {
  private static final int MOST = 3;

  /** So much has to fit for the evidence to be strong. */
  private static final double STRONG = 0.9;

  /**
   * How much an owner's end counts where the released siblings were released elsewhere: their users
   * release them, and one of these may have forgotten it, before the owner should have noticed.
   */
  private static final double ELSEWHERE = 0.3;

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

  /** How much a claim counts, from 0 to 1. */
  private double weight(OwnerClaim claim) {
    return share(claim) * (claim.took() != null ? 1 : Math.max(ELSEWHERE, agreeing(claim)));
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
      released += paths.of(last).methods().contains(method) ? count.times() : 0;
    }
    return released;
  }

  /** How much of the leak owners explain, from 0 to 1. */
  public double explained() {
    return Math.min(1, claims.keySet().stream().mapToDouble(this::weight).sum());
  }

  /** These suspects with others, who are suspected of the rest; at most three. */
  public List<Suspect> beside(List<Suspect> others) {
    if (claims.isEmpty()) {
      return others;
    }
    List<Suspect> all = new ArrayList<>();
    Set<Method> named = new LinkedHashSet<>();
    claims.keySet().stream()
        .sorted(Comparator.comparingDouble(this::weight).reversed())
        .filter(claim -> named.add(claim.method()))
        .forEach(claim -> all.add(suspect(claim)));
    double rest = 1 - explained();
    others.stream()
        .filter(other -> !named.contains(Method.of(other.frame())))
        .map(other -> scored(other, other.score() * rest))
        .filter(other -> other.score() > 0)
        .forEach(all::add);
    // A stable sort: of equals the owner's is first.
    return all.stream()
        .sorted(Comparator.comparingDouble(Suspect::score).reversed())
        .limit(MOST)
        .toList();
  }

  private static Suspect scored(Suspect suspect, double score) {
    return new Suspect(
        suspect.kind(), suspect.frame(), rounded(score), suspect.evidence(), suspect.confidence());
  }

  private static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }

  private Suspect suspect(OwnerClaim claim) {
    StringBuilder words =
        new StringBuilder(claim.words(who(claim), claims(claim) == 1, group.subject()));
    if (claim.took() == null && group.released() > 0) {
      words.append(
          say("; %,d other resource%s", group.released(), group.released() == 1 ? "" : "s")
              + say(" of the same owner%s", claims(claim) == 1 ? "" : "s")
              + (group.released() == 1 ? " was released" : " were released"));
    }
    long healthy = group.healthy().remembered();
    if (claim.took() == null && healthy > 0) {
      words.append(
          say(
              "; of %,d released sibling%s, %,d ended there",
              healthy, healthy == 1 ? "" : "s", releasedFrom(claim.method())));
    }
    return new Suspect(
        EvidenceKind.OWNER,
        claim.method().frame(),
        rounded(weight(claim)),
        words.append('.').toString(),
        confidence(claim));
  }

  private long claims(OwnerClaim claim) {
    return claims.getOrDefault(claim, 0L);
  }

  private String who(OwnerClaim claim) {
    long leaked = group.leaked().remembered();
    long some = claims(claim);
    if (leaked == 1) {
      return say("The %s resource", group.subject().word());
    }
    return some == leaked
        ? say("All %,d %s resources", leaked, group.subject().word())
        : say("%,d of the %,d %s resources", some, leaked, group.subject().word());
  }

  private Suspect.Confidence confidence(OwnerClaim claim) {
    if (claim.ended() != null && weight(claim) >= STRONG) {
      return Suspect.Confidence.HIGH;
    }
    return weight(claim) > ELSEWHERE ? Suspect.Confidence.MEDIUM : Suspect.Confidence.LOW;
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
                            ? "The owner, a %s, leaked too; %s is suspected of leaking it."
                            : "The owner, a %s, is open too; %s is suspected of holding it.",
                        new Owner(ownerType, null).shortName(),
                        Method.of(suspect.frame()).shortName()),
                    suspect.confidence()))
        .toList();
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
