package dev.rollcall.jmc;

import static dev.rollcall.jmc.LeakResults.in;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.report.Doubts;
import java.util.List;
import org.openjdk.jmc.common.item.IItemQuery;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** Findings as a result of Mission Control's. */
final class LeakResult {
  /** The score of so many leaks lies midway between the lowest of a warning and the highest. */
  private static final double MIDWAY = 100;

  private final ResultBuilder result;
  private final Findings findings;
  private final FindingTotals totals;
  private final List<String> doubts;
  private final LeakLists lists;

  /** {@code listed} is how many groups are listed. */
  LeakResult(LeakRule rule, IPreferenceValueProvider preferences, Findings findings, int listed) {
    this.result = ResultBuilder.createFor(rule, preferences);
    this.findings = findings;
    this.totals = findings.totals();
    this.doubts = Doubts.ofOne(findings).stream().map(LeakLists::harmless).toList();
    this.lists = new LeakLists(findings, listed);
  }

  IResult build(Analysis analysis) {
    result
        .addResult(LeakResults.REGISTERED, quantity(totals.registered()))
        .addResult(LeakResults.LEAKED, quantity(totals.leaked()))
        .addResult(LeakResults.MISUSED, quantity(totals.misused()))
        .addResult(LeakResults.OPEN, quantity(totals.open()))
        .addResult(LeakResults.UNKNOWN, quantity(totals.unknown()))
        .addResult(LeakResults.GROUPS, quantity(findings.groups().size()))
        .addResult(LeakResults.DOUBT_LIST, doubts);
    if (!doubts.isEmpty()) {
      result.addResult(LeakResults.DOUBT, doubts.get(0));
    }
    switch (findings.outcome()) {
      case FOUND -> found(analysis);
      case CLEAN -> clean();
      case UNSURE -> unsure();
    }
    return result.build();
  }

  private void found(Analysis analysis) {
    severity(
        Severity.WARNING,
        Severity.WARNING.getLimit()
            + RulesToolkit.mapExp(
                totals.leaked() + totals.misused() - 1.0,
                100 - Severity.WARNING.getLimit(),
                MIDWAY,
                (100 - Severity.WARNING.getLimit()) / 2));
    worst();
    result
        .addResult(LeakResults.CAUSE_LIST, lists.causes())
        .addResult(LeakResults.GROUP_LIST, lists.groups())
        .addResult(LeakResults.MISUSE_LIST, lists.misuses())
        .addResult(LeakResults.SUSPECT_LIST, lists.suspects());
    IItemQuery query = LeakQuery.of(analysis);
    if (query != null) {
      result.addResult(TypedResult.ITEM_QUERY, query);
    }
    result.setSummary(foundInShort()).setExplanation(explanation()).setSolution(solution());
  }

  private void worst() {
    if (!findings.groups().isEmpty()) {
      LeakFinding worst = findings.groups().get(0);
      result.addResult(LeakResults.WORST_TYPE, LeakLists.type(worst));
      if (!worst.suspects().isEmpty()) {
        Suspect first = worst.suspects().get(0);
        result.addResult(LeakResults.TOP_SUSPECT, LeakLists.method(first));
      }
    }
  }

  private String foundInShort() {
    StringBuilder summary = new StringBuilder();
    if (totals.leaked() > 0) {
      summary
          .append(in(LeakResults.LEAKED))
          .append(" of ")
          .append(in(LeakResults.REGISTERED))
          .append(" registered resources ")
          .append(totals.leaked() == 1 ? "was" : "were")
          .append(" never released");
      if (findings.groups().size() > 1) {
        summary.append(", in ").append(in(LeakResults.GROUPS)).append(" groups");
      }
      if (totals.misused() > 0) {
        summary.append("; ").append(in(LeakResults.MISUSED)).append(" misused");
      }
    } else {
      summary
          .append(in(LeakResults.MISUSED))
          .append(totals.misused() == 1 ? " misuse" : " misuses")
          .append(", and no leak was found");
    }
    if (!findings.isSure()) {
      summary.append("; there may be more, because the recording is incomplete");
    }
    return summary.append('.').toString();
  }

  private String explanation() {
    StringBuilder explanation = new StringBuilder();
    if (totals.leaked() > 0) {
      explanation
          .append(
              "A resource that is registered but not released before the process ends has leaked.")
          .append(" The causes, largest first: ")
          .append(in(LeakResults.CAUSE_LIST))
          .append(" The largest groups: ")
          .append(in(LeakResults.GROUP_LIST));
    }
    if (totals.misused() > 0) {
      explanation.append(" Misuses: ").append(in(LeakResults.MISUSE_LIST));
    }
    if (!findings.isSure()) {
      explanation.append(" What is missing: ").append(in(LeakResults.DOUBT_LIST));
    }
    return explanation.toString().strip();
  }

  private String solution() {
    String next =
        "To see the whole life of a leaked resource, look for its resource id in the Event Browser"
            + " or run \"java -jar rollcall-VERSION-cli.jar history FILE --id ID\".";
    return lists.suspects().isEmpty()
        ? next
        : "These may have forgotten the release, most likely first: "
            + in(LeakResults.SUSPECT_LIST)
            + ' '
            + next;
  }

  private void clean() {
    severity(Severity.OK, Severity.OK.getLimit());
    result.setSummary(
        "No leaks among "
            + in(LeakResults.REGISTERED)
            + " registered resource"
            + (totals.registered() == 1 ? "." : "s."));
  }

  private void unsure() {
    severity(Severity.INFO, Severity.INFO.getLimit());
    result
        .setSummary("Cannot rule out leaks: " + in(LeakResults.DOUBT) + '.')
        .setExplanation("What is missing: " + in(LeakResults.DOUBT_LIST))
        .setSolution(
            "Open the recording that the program writes when it ends. To lose no events, record"
                + " with maxsize=0 and -XX:FlightRecorderOptions:memorysize=100m.");
  }

  private void severity(Severity severity, double score) {
    result
        .setSeverity(severity)
        .addResult(TypedResult.SCORE, UnitLookup.NUMBER_UNITY.quantity(score));
  }

  private static IQuantity quantity(long number) {
    return UnitLookup.NUMBER_UNITY.quantity(number);
  }
}
