package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Finds what one way of leaked lives has to say. Its constants were measured, see the manual, "Real
 * cases".
 */
public final class Clues {
  private static final double AGENT = 0.9;
  private static final double NOT_STRAIGHT = 0.45;
  private static final double EXTRA = 0.6;
  private static final double BROKE_OFF = 0.5;
  private static final double HOLDER = 0.8;
  private static final double HOLDER_BESIDE_SIBLINGS = 0.24;
  private static final double CLOSER = 1.1;
  private static final int MOST_HOLDERS = 5;
  private static final int MOST_CLOSERS = 2;

  private final CallPaths paths;
  private final Releases releases;
  private final Receivers receivers;
  private final Closers closers;

  public Clues(CallPaths paths, Releases releases, Receivers receivers, Closers closers) {
    this.paths = paths;
    this.releases = releases;
    this.receivers = receivers;
    this.closers = closers;
  }

  public List<Clue> of(Way way, List<Match> siblings) {
    List<Clue> clues = new ArrayList<>();
    boolean explained = false;
    double most = mostLacking(siblings);
    for (Match sibling : siblings) {
      boolean straight = sibling.alignment().straight() || cameToRelease(way, sibling.alignment());
      contrast(sibling, straight, most, clues);
      explained |= sibling.alignment().explains(straight);
    }
    List<Reference> unpaid = Reference.unpaid(way, paths);
    for (Reference reference : unpaid) {
      double strength = (explained ? HOLDER_BESIDE_SIBLINGS : HOLDER) / unpaid.size();
      holder(way, reference, strength, clues);
    }
    return clues;
  }

  /**
   * Whether it came into the very call that releases the sibling, did something else there, and
   * left it.
   */
  private boolean cameToRelease(Way way, Alignment alignment) {
    if (alignment.missing().isEmpty() || way.stops().isEmpty()) {
      return false;
    }
    CallPath released = paths.of(alignment.missing().get(0));
    Stop last = way.stops().get(way.stops().size() - 1);
    return last.change() == 0
        && !released.isEmpty()
        && paths.of(last).common(released) == released.depth();
  }

  private double mostLacking(List<Match> siblings) {
    return siblings.stream()
        .flatMap(sibling -> sibling.alignment().missing().stream())
        .flatMap(missing -> releases.by(missing).stream())
        .mapToDouble(releases::lackOf)
        .max()
        .orElse(1);
  }

  private void contrast(Match sibling, boolean straight, double mostLacking, List<Clue> clues) {
    Alignment alignment = sibling.alignment();
    double weight = sibling.share() * (straight ? 1 : NOT_STRAIGHT);
    double ofReleases = alignment.brokeOff() ? weight * BROKE_OFF : weight;
    double extra = weight * EXTRA * (alignment.missing().isEmpty() ? 1 : 0.5);
    for (int i = 0; i < alignment.extra().size(); i++) {
      CallPath path = paths.of(alignment.extra().get(i));
      if (!path.isEmpty()) {
        clues.add(new Clue(path.last(), extra / (i + 1), new Clue.Extra()));
      }
    }
    for (int i = 0; i < alignment.missing().size(); i++) {
      Stop missing = alignment.missing().get(i);
      List<Method> agents = paths.of(missing).agents();
      for (Method method : releases.by(missing)) {
        double strength = ofReleases / (i + 1) * releases.lackOf(method) / mostLacking;
        int agent = agents.indexOf(method);
        clues.add(
            new Clue(
                method,
                agent < 0 ? strength : strength * AGENT / (1 + agent),
                new Clue.Unreleased()));
      }
    }
    clues.addAll(Parting.of(alignment, weight, paths));
  }

  private void holder(Way way, Reference reference, double strength, List<Clue> clues) {
    Clue.Sign sign =
        reference.handedOver()
            ? new Clue.Holder(reference.receiver())
            : new Clue.Unpaid(reference.taken().kind() == Stop.Kind.REGISTER);
    List<Method> holders = reference.handedOver() ? given(reference) : takers(way, reference);
    int rank = 0;
    for (Method method : new LinkedHashSet<>(holders)) {
      if (rank++ < MOST_HOLDERS) {
        clues.add(new Clue(method, strength / rank, sign));
      }
    }
    if (reference.seen().kind() == Stop.Kind.REGISTER && !holders.isEmpty()) {
      closers(holders.get(0), strength, clues);
    }
  }

  /** Who registered it and kept it gives back other resources somewhere. */
  private void closers(Method holder, double strength, List<Clue> clues) {
    int rank = 0;
    for (Method method : closers.ofClassOf(holder)) {
      if (rank++ < MOST_CLOSERS) {
        clues.add(new Clue(method, strength * CLOSER / rank, new Clue.Closer(holder)));
      }
    }
  }

  /** Who was called with the reference, likeliest first. */
  private List<Method> given(Reference reference) {
    List<Method> chain =
        reference.later().stream()
            .filter(path -> path.isBelow(reference.path()))
            .findFirst()
            .map(path -> path.methods().subList(reference.path().depth(), path.depth()))
            .orElse(List.of());
    String receiver = reference.receiver();
    if (chain.isEmpty() && receiver != null) {
      chain = receivers.entry(receiver);
    }
    if (chain.isEmpty()) {
      return reference.path().isEmpty() ? List.of() : List.of(reference.path().last());
    }
    List<Method> holders = new ArrayList<>();
    chain.stream()
        .filter(method -> receiver != null && method.isOf(receiver))
        .forEach(holders::add);
    holders.addAll(chain);
    return holders;
  }

  /** Who took the reference, or had it returned, likeliest first. */
  private static List<Method> takers(Way way, Reference reference) {
    String receiver = null;
    for (Stop stop : way.stops().subList(0, way.stops().indexOf(reference.taken()))) {
      String named = HandOver.receiver(stop);
      receiver = named == null ? receiver : named;
    }
    List<Method> inward = new ArrayList<>(reference.path().methods());
    Collections.reverse(inward);
    List<Method> holders = new ArrayList<>();
    for (Method method : inward) {
      if (receiver != null && method.isOf(receiver)) {
        holders.add(method);
      }
    }
    holders.addAll(inward);
    return holders;
  }
}
