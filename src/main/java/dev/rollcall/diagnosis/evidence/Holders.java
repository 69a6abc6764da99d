package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** Who had the references last that were never given back. */
final class Holders {
  private static final int MOST = 5;
  private static final int MOST_CLOSERS = 2;

  private final CallPaths paths;
  private final Receivers receivers;
  private final Closers closers;

  Holders(CallPaths paths, Receivers receivers, Closers closers) {
    this.paths = paths;
    this.receivers = receivers;
    this.closers = closers;
  }

  /** What a way says; {@code explained}: whether its siblings explain the leak already. */
  List<Clue> of(Way way, boolean explained) {
    List<Clue> clues = new ArrayList<>();
    List<Reference> unpaid = Reference.unpaid(way, paths);
    for (Reference reference : unpaid) {
      of(way, reference, explained, 1.0 / unpaid.size(), clues);
    }
    return clues;
  }

  private void of(Way way, Reference reference, boolean explained, double share, List<Clue> clues) {
    boolean handedOver = reference.handedOver();
    boolean registration = reference.taken().kind() == Stop.Kind.REGISTER;
    Clue.Sign sign =
        handedOver ? new Clue.Holder(reference.receiver()) : new Clue.Unpaid(registration);
    List<Method> holders = handedOver ? given(reference) : takers(way, reference);
    String receiver = reference.receiver();
    int rank = 0;
    for (Method method : new LinkedHashSet<>(holders)) {
      if (rank++ < MOST) {
        Feature feature =
            !handedOver
                ? registration ? Feature.REGISTRATION : Feature.BALANCE
                : receiver != null && method.isOf(receiver) ? Feature.RECEIVER : Feature.HOLDER;
        clues.add(new Clue(method, beside(feature, explained), share / rank, sign));
      }
    }
    if (reference.seen().kind() == Stop.Kind.REGISTER && !holders.isEmpty()) {
      closers(holders.get(0), explained, share, clues);
      keepers(reference, explained, share, clues);
    }
  }

  /** A constructor that took it keeps it: its object is the owner, and has to release it. */
  private void keepers(Reference reference, boolean explained, double share, List<Clue> clues) {
    int rank = 0;
    for (Method method : reference.path().agents()) {
      if (!method.frame().getMethodName().equals("<init>")) {
        continue;
      }
      rank++;
      if (closers.ofClassOf(method).isEmpty()) {
        clues.add(new Clue(method, Feature.KEEPER, share / rank, new Clue.Kept()));
      } else {
        closers(method, explained, share / rank, clues);
      }
    }
  }

  /** Who registered it and kept it gives back other resources somewhere. */
  private void closers(Method holder, boolean explained, double share, List<Clue> clues) {
    int rank = 0;
    for (Method method : closers.ofClassOf(holder)) {
      if (rank++ < MOST_CLOSERS) {
        Feature feature = beside(Feature.CLOSER, explained);
        clues.add(new Clue(method, feature, share / rank, new Clue.Closer(holder)));
      }
    }
  }

  private static Feature beside(Feature feature, boolean explained) {
    return explained ? Feature.valueOf(feature.name() + "_BESIDE") : feature;
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
