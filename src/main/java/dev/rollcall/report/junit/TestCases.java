package dev.rollcall.report.junit;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import dev.rollcall.report.Doubts;
import dev.rollcall.report.LifeTable;
import dev.rollcall.report.Lives;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.SiteLines;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.junit.TestCase.Result;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings as test cases. The name of a case is the same from run to run, so that a CI server can
 * tell a new leak from an old one: it has no line number and no count.
 */
final class TestCases {
  /** The class of the cases that belong to no type, which is the name of the suite. */
  static final String SUITE = "rollcall";

  private final Map<String, TestCase> cases = new LinkedHashMap<>();

  private TestCases() {}

  static Collection<TestCase> of(Findings findings) {
    TestCases cases = new TestCases();
    Map<String, LeakFinding> owners = Ownership.owners(findings.groups());
    for (Cause cause : Cause.of(findings.groups())) {
      cause.groups().forEach(group -> cases.leak(group, owners.get(group.fingerprint()), cause));
    }
    long rest = ReportWords.unlisted(findings);
    if (rest > 0) {
      String message = ReportWords.unlisted(rest);
      cases.add(SUITE, "every leak is known", Result.FAILURE, message, message + '\n');
    }
    findings.misuses().forEach(cases::misuse);
    cases.doubts(Doubts.of(findings));
    if (findings.outcome() == Findings.Outcome.CLEAN) {
      cases.add(SUITE, "nothing leaked", Result.PASSED, "", "");
    }
    return cases.cases.values();
  }

  private void leak(LeakFinding group, @Nullable LeakFinding owner, Cause cause) {
    String leak = ReportWords.leak(group, owner);
    String message = ReportWords.suspectAndLeak(group, owner);
    StringBuilder text = new StringBuilder();
    suspects(text, group.suspects());
    text.append(leak).append('\n');
    String ofCause = ReportWords.ofCause(cause);
    text.append(ofCause.isEmpty() ? "" : ofCause + '\n');
    text.append("group ").append(Printable.of(group.fingerprint())).append('\n');
    text.append(TextReport.condition(group)).append('\n');
    String more = ReportWords.toKnowMore(group);
    text.append(more.isEmpty() ? "" : more + '\n');
    if (group.isUnplaced()) {
      SiteLines.appendUnplaced(text, group, "leaked");
    } else {
      stack(text, group.site());
    }
    if (!group.examples().isEmpty()) {
      Lives.heading(text, "for example ", group.examples().get(0));
      LifeTable.append(text, "  ", group.examples().get(0), false);
    }
    String name = name(group.site(), group.fingerprint());
    add(Words.type(group.type()), name, Result.FAILURE, message, text.toString());
  }

  /** First of all, so that the line a reader annotates is the one that forgot. */
  private static void suspects(StringBuilder text, List<Suspect> suspects) {
    for (Suspect suspect : suspects) {
      text.append(ReportWords.suspect(suspect)).append('\n');
      text.append("at ").append(Words.frame(suspect.frame())).append('\n');
    }
    text.append(suspects.isEmpty() ? "" : "\n");
  }

  private void misuse(MisuseFinding group) {
    String misuse = ReportWords.misuse(group);
    StringBuilder text = new StringBuilder(misuse).append('\n');
    if (!group.message().isEmpty()) {
      text.append(Printable.of(group.message())).append('\n');
    }
    stack(text, group.site());
    lives(text, group.lives());
    String message = ReportWords.suspectAndMisuse(group);
    String fingerprint = Fingerprint.of(group.type(), group.site().frames());
    String name = Printable.of(group.kind()) + " in " + name(group.site(), fingerprint);
    add(Words.type(group.type()), name, Result.FAILURE, message, text.toString());
  }

  /** After the stack, for where it was noticed is a fact, and who did it is not. */
  private static void lives(StringBuilder text, MisuseFinding.Lives lives) {
    text.append(lives.suspects().isEmpty() ? "" : "\n");
    suspects(text, lives.suspects());
    for (Difference difference : lives.differences()) {
      text.append(ReportWords.difference(difference, lives)).append('\n');
      text.append("at ").append(Words.frame(difference.frame())).append('\n');
    }
    if (!lives.examples().isEmpty()) {
      Lives.heading(text, "for example ", lives.examples().get(0));
      LifeTable.append(text, "  ", lives.examples().get(0), false);
    }
  }

  private void doubts(List<String> doubts) {
    if (!doubts.isEmpty()) {
      StringBuilder text = new StringBuilder();
      doubts.forEach(doubt -> text.append(Printable.of(doubt)).append('\n'));
      add(
          SUITE,
          "nothing is missing from the recordings",
          Result.ERROR,
          String.format(Locale.ROOT, "there may be more to find: %s", Printable.of(doubts.get(0))),
          text.toString());
    }
  }

  /** Without indentation, as a JVM's message begins: so readers find the line to annotate. */
  private static void stack(StringBuilder text, Site site) {
    SiteLines.appendWhole(text, "at ", site);
  }

  /** {@code Class.method}, and the hash that tells it from other ways to the same place. */
  private static String name(Site site, String fingerprint) {
    StackTraceElement frame = ReportWords.application(site);
    String hash = fingerprint.substring(fingerprint.lastIndexOf('@') + 1);
    return frame == null
        ? "site unknown"
        : Printable.of(Words.shortMethod(Fingerprint.frame(frame)) + " (" + hash + ')');
  }

  private void add(String className, String name, Result result, String message, String text) {
    TestCase added = new TestCase(className, name, result, message, text);
    cases.merge(added.key(), added, TestCase::and);
  }
}
