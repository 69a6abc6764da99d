package dev.rollcall.analysis.context;

import dev.rollcall.analysis.finding.Context.InRequest;
import dev.rollcall.analysis.finding.Context.Requests;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What it says of the suspects that nearly all resources of a group were registered in one request,
 * and hardly any of their released siblings were.
 *
 * <p>It says where the release is missing only if a method is on the stacks of that request alone:
 * if it is suspected already, then with more reason; if not, it comes before those against whom
 * little speaks, but never first. Else the first suspect's evidence says it, too.
 */
public final class OfOneRequest {
  private static final int MOST = 3;

  /** Fewer may be chance: of the group, and of the siblings of which the request is known. */
  private static final long FEW = 3;

  private static final long FEW_SIBLINGS = 10;
  private static final double NEARLY_ALL = 0.9;
  private static final double HARDLY_ANY = 0.1;
  private static final double SCORE = 0.5;

  private final String request;
  private final long count;
  private final long released;

  private OfOneRequest(String request, long count, long released) {
    this.request = request;
    this.count = count;
    this.released = released;
  }

  /** The suspects of a group of so many, with what its requests say of them. */
  public static List<Suspect> among(
      List<Suspect> others, Requests requests, long all, Diagnosis.Group group) {
    OfOneRequest one = of(requests, all);
    if (one == null) {
      return others;
    }
    long siblings = requests.in().stream().mapToLong(InRequest::released).sum();
    String words = one.words(all, siblings, group.subject());
    Method method = one.method(group, (double) one.released / siblings);
    return method == null
        ? accompanied(others, words)
        : charged(others, method, words, all == one.count);
  }

  /** The request, whole or the part of it, in which the group was registered and no others. */
  private static @Nullable OfOneRequest of(Requests requests, long all) {
    Map<String, OfOneRequest> sums = new LinkedHashMap<>();
    for (InRequest in : requests.in()) {
      add(sums, in.within() == null ? in.name() : in.within(), in);
    }
    for (InRequest in : requests.in()) {
      if (in.within() != null) {
        add(sums, in.name() + " in " + in.within(), in);
      }
    }
    long siblings = requests.in().stream().mapToLong(InRequest::released).sum();
    Optional<OfOneRequest> found =
        sums.values().stream()
            .filter(one -> one.count >= FEW && one.count >= NEARLY_ALL * all)
            .filter(one -> siblings >= FEW_SIBLINGS && one.released <= HARDLY_ANY * siblings)
            .findFirst();
    return found.orElse(null);
  }

  private static void add(Map<String, OfOneRequest> sums, String name, InRequest in) {
    sums.merge(
        name,
        new OfOneRequest(name, in.count(), in.released()),
        (a, b) -> new OfOneRequest(name, a.count + b.count, a.released + b.released));
  }

  private String words(long all, long siblings, Subject subject) {
    return String.format(
        Locale.ROOT,
        "%s %s registered in %s, but only %,d of %,d released sibling%s.",
        subject.share(count, all),
        all == 1 ? "was" : "were",
        request,
        released,
        siblings,
        siblings == 1 ? "" : "s");
  }

  /** The innermost method of the program that only registrations in this request come through. */
  private @Nullable Method method(Diagnosis.Group group, double ofSiblings) {
    Map<Method, Double> leaked = shares(group.leaked());
    Map<Method, Double> healthy = shares(group.healthy());
    Method innermost = null;
    for (Map.Entry<Method, Double> each : leaked.entrySet()) {
      if (each.getValue() >= NEARLY_ALL
          && healthy.getOrDefault(each.getKey(), 0.0) <= HARDLY_ANY + ofSiblings) {
        innermost = each.getKey();
      }
    }
    return innermost;
  }

  /** On the stacks of which share of registrations a method is, outermost methods first. */
  private static Map<Method, Double> shares(Ways ways) {
    CallPaths paths = new CallPaths();
    Map<Method, Double> shares = new LinkedHashMap<>();
    double remembered = Math.max(1, ways.remembered());
    for (Ways.Count count : ways.commonestFirst()) {
      Set<Method> methods = new LinkedHashSet<>(paths.of(count.way().stops().get(0)).methods());
      methods.forEach(method -> shares.merge(method, count.times() / remembered, Double::sum));
    }
    return shares;
  }

  private static List<Suspect> accompanied(List<Suspect> others, String words) {
    List<Suspect> all = new ArrayList<>(others);
    if (!all.isEmpty()) {
      all.set(0, with(all.get(0), words, all.get(0).confidence()));
    }
    return all;
  }

  private static List<Suspect> charged(
      List<Suspect> others, Method method, String words, boolean whole) {
    List<Suspect> all = new ArrayList<>(others);
    for (int i = 0; i < all.size(); i++) {
      Suspect suspect = all.get(i);
      if (Fingerprint.frame(suspect.frame()).equals(method.name())) {
        all.set(i, with(suspect, words, higher(suspect.confidence())));
        return all;
      }
    }
    int place = all.isEmpty() ? 0 : 1;
    while (place < all.size() && all.get(place).confidence() != Suspect.Confidence.LOW) {
      place++;
    }
    if (place == MOST) {
      return accompanied(all, words);
    }
    double before = place == 0 ? 1 : all.get(place - 1).score();
    all.add(
        place,
        new Suspect(
            EvidenceKind.REQUEST,
            method.frame(),
            Math.min(SCORE, before),
            words + " Only that request comes through " + method.shortName() + ".",
            whole ? Suspect.Confidence.MEDIUM : Suspect.Confidence.LOW));
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static Suspect with(Suspect suspect, String words, Suspect.Confidence confidence) {
    return new Suspect(
        suspect.kind(),
        suspect.frame(),
        suspect.score(),
        suspect.evidence() + " " + words,
        confidence);
  }

  private static Suspect.Confidence higher(Suspect.Confidence confidence) {
    return confidence == Suspect.Confidence.LOW
        ? Suspect.Confidence.MEDIUM
        : Suspect.Confidence.HIGH;
  }
}
