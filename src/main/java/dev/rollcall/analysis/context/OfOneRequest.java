package dev.rollcall.analysis.context;

import dev.rollcall.analysis.finding.Context.InRequest;
import dev.rollcall.analysis.finding.Context.Requests;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.Feature;
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
 * that is evidence against it. Else the first suspect's sentence says it, too.
 */
public final class OfOneRequest {
  /** Fewer may be chance: of the group, and of the siblings of which the request is known. */
  private static final long FEW = 3;

  private static final long FEW_SIBLINGS = 10;
  private static final double NEARLY_ALL = 0.9;
  private static final double HARDLY_ANY = 0.1;

  private final String request;
  private final long count;
  private final long released;

  private OfOneRequest(String request, long count, long released) {
    this.request = request;
    this.count = count;
    this.released = released;
  }

  /** What speaks against the method that only the request of a group of so many comes through. */
  public static List<Clue> clues(Requests requests, long all, Diagnosis.Group group) {
    OfOneRequest one = of(requests, all);
    Method method = one == null ? null : one.method(requests, group);
    if (one == null || method == null) {
      return List.of();
    }
    return List.of(
        new Clue(
            method,
            Feature.CONTEXT,
            (double) one.count / all,
            new Clue.Told(
                say(
                    "%s belongs to %s, in which %s were registered, but only %s%s.",
                    method.shortName(),
                    one.request,
                    group.subject().share(one.count, all),
                    one.ofSiblings(requests),
                    group.subject().todo("release them there")),
                one.words(all, requests, group.subject()))));
  }

  /** The suspects, the first of which says whose request it was where no method stands for it. */
  public static List<Suspect> accompanied(
      List<Suspect> suspects, Requests requests, long all, Diagnosis.Group group) {
    OfOneRequest one = of(requests, all);
    if (one == null || suspects.isEmpty() || one.method(requests, group) != null) {
      return suspects;
    }
    Suspect first = suspects.get(0);
    List<Suspect> accompanied = new ArrayList<>(suspects);
    accompanied.set(
        0,
        new Suspect(
            first.kind(),
            first.frame(),
            first.score(),
            first.evidence() + " " + one.words(all, requests, group.subject()),
            first.confidence()));
    return accompanied;
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
    long siblings = siblings(requests);
    Optional<OfOneRequest> found =
        sums.values().stream()
            .filter(one -> one.count >= FEW && one.count >= NEARLY_ALL * all)
            .filter(one -> siblings >= FEW_SIBLINGS && one.released <= HARDLY_ANY * siblings)
            .findFirst();
    return found.orElse(null);
  }

  /** Of how many siblings the request is known. */
  private static long siblings(Requests requests) {
    return requests.in().stream().mapToLong(InRequest::released).sum();
  }

  private static void add(Map<String, OfOneRequest> sums, String name, InRequest in) {
    sums.merge(
        name,
        new OfOneRequest(name, in.count(), in.released()),
        (a, b) -> new OfOneRequest(name, a.count + b.count, a.released + b.released));
  }

  private String words(long all, Requests requests, Subject subject) {
    return say(
        "%s were registered in %s, but only %s: look at that request.",
        subject.share(count, all), request, ofSiblings(requests));
  }

  /** At least a few siblings are known, and at least a few of the group. */
  private String ofSiblings(Requests requests) {
    return say("%,d of %,d released siblings", released, siblings(requests));
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }

  /** The innermost method of the program that only registrations in this request come through. */
  private @Nullable Method method(Requests requests, Diagnosis.Group group) {
    double ofSiblings = (double) released / siblings(requests);
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
}
