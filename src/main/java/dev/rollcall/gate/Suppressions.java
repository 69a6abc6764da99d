package dev.rollcall.gate;

import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.analysis.finding.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes what rules suppress from a report. Each leaked resource goes to the first rule that means
 * it. Of those that are known by number only nobody can say whether they are held or lost: a rule
 * that is limited to either leaves them.
 */
public final class Suppressions {
  private final Map<Rule, SortedMap<String, Long>> taken = new LinkedHashMap<>();
  private final Map<Rule, Predicate<LeakFinding>> matchers = new LinkedHashMap<>();

  private Suppressions(List<Suppressed> earlier, List<Rule> rules) {
    earlier.forEach(suppressed -> taken.put(suppressed.rule(), new TreeMap<>(suppressed.taken())));
    for (Rule rule : rules) {
      taken.putIfAbsent(rule, new TreeMap<>());
      matchers.put(rule, rule.matcher());
    }
  }

  /** The report without what the rules suppress, and with them. */
  public static Report apply(Report report, List<Rule> rules) {
    Suppressions suppressions = new Suppressions(report.suppressions(), rules);
    List<LeakFinding> left = new ArrayList<>();
    for (LeakFinding group : report.findings().groups()) {
      Rest rest = suppressions.take(group);
      if (rest.count() > 0) {
        left.add(rest.of(group));
      }
    }
    List<Suppressed> used = new ArrayList<>();
    suppressions.taken.forEach((rule, counts) -> used.add(new Suppressed(rule, counts)));
    return new Report(
        Parts.keep(report.findings(), left, report.findings().misuses()), used, report.known());
  }

  private Rest take(LeakFinding group) {
    Rest rest = new Rest(group);
    matchers.forEach(
        (rule, matcher) -> {
          if (rest.count() > 0 && matcher.test(group)) {
            long count = rest.take(rule.only());
            if (count > 0) {
              taken
                  .computeIfAbsent(rule, r -> new TreeMap<>())
                  .merge(group.fingerprint(), count, Long::sum);
            }
          }
        });
    return rest;
  }

  /** What is left of a group. */
  private static final class Rest {
    private long held;
    private long lost;
    private long numberOnly;

    Rest(LeakFinding group) {
      held = group.held();
      lost = group.lost();
      numberOnly = group.count() - held - lost;
    }

    long count() {
      return held + lost + numberOnly;
    }

    long take(Rule.@Nullable Part part) {
      long before = count();
      held = part == Rule.Part.LOST ? held : 0;
      lost = part == Rule.Part.HELD ? lost : 0;
      numberOnly = part == null ? 0 : numberOnly;
      return before - count();
    }

    /** Which reference counts and which ages are those of the rest is not known. */
    LeakFinding of(LeakFinding group) {
      if (count() == group.count()) {
        return group;
      }
      return new LeakFinding(
              group.origin(),
              new LeakCounts(
                  count(),
                  held,
                  lost,
                  new TreeMap<>(),
                  group.oldestMillis(),
                  0,
                  Math.min(group.unfollowed(), held + lost)),
              group.suspects(),
              group.examples().stream().filter(life -> lost > 0 || !isLost(life)).toList(),
              Context.NONE,
              Ownership.NONE)
          .with(ofRest(group.contrast()));
    }

    private static Contrast ofRest(Contrast ofAll) {
      return new Contrast(ofAll.tracks(), Spread.NONE, ofAll.lifetimes());
    }

    private static boolean isLost(History life) {
      return life.steps().stream().anyMatch(step -> step.kind() == Step.Kind.LOST);
    }
  }
}
