package dev.rollcall.jmc;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.report.ReportWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lists of a result, a sentence for each entry. */
final class LeakLists {
  private final Findings findings;
  private final int listed;

  /** {@code listed} is how many groups are listed. */
  LeakLists(Findings findings, int listed) {
    this.findings = findings;
    this.listed = listed;
  }

  /**
   * Text without control characters, and without what Mission Control takes for a link: it escapes
   * a value, but not against its own markup.
   */
  static String harmless(String text) {
    return Printable.of(text).replace("](", "] (");
  }

  static String type(LeakFinding group) {
    return harmless(Words.type(group.type()));
  }

  static String method(Suspect suspect) {
    return harmless(Words.frame(suspect.frame()));
  }

  List<String> causes() {
    List<String> sentences = new ArrayList<>();
    List<Cause> causes = Cause.of(findings.groups());
    for (Cause cause : first(causes)) {
      sentences.add(harmless(ReportWords.cause(cause)));
    }
    if (causes.size() > listed) {
      sentences.add("and " + Words.count(causes.size() - listed, "more cause"));
    }
    return sentences;
  }

  List<String> groups() {
    List<String> sentences = new ArrayList<>();
    Map<String, LeakFinding> owners = Ownership.owners(findings.groups());
    for (LeakFinding group : first(findings.groups())) {
      sentences.add(
          harmless(
              String.format(
                  Locale.ROOT,
                  "%s (group %s%s)",
                  ReportWords.leak(group, owners.get(group.fingerprint())),
                  Printable.of(group.fingerprint()),
                  group.held() + group.lost() == 0
                      ? ""
                      : "; " + LeakWords.collector(group.held(), group.lost()))));
    }
    more(sentences, findings.groups());
    long rest = ReportWords.unlisted(findings);
    if (rest > 0) {
      sentences.add(ReportWords.unlisted(rest));
    }
    return sentences;
  }

  List<String> misuses() {
    List<String> sentences = new ArrayList<>();
    for (MisuseFinding group : first(findings.misuses())) {
      sentences.add(harmless(ReportWords.misuse(group)));
    }
    more(sentences, findings.misuses());
    return sentences;
  }

  List<String> suspects() {
    List<String> sentences = new ArrayList<>();
    for (LeakFinding group : first(findings.groups())) {
      for (Suspect suspect : group.suspects()) {
        sentences.add(
            harmless(
                String.format(
                    Locale.ROOT,
                    "%,d x %s: %s (confidence: %s; %s)",
                    group.count(),
                    Words.type(group.type()),
                    Printable.of(suspect.evidence()),
                    suspect.confidence().word(),
                    Words.frame(suspect.frame()))));
      }
    }
    return sentences;
  }

  private <T> List<T> first(List<T> groups) {
    return groups.subList(0, Math.min(listed, groups.size()));
  }

  private void more(List<String> sentences, List<?> groups) {
    if (groups.size() > listed) {
      sentences.add("and " + Words.count(groups.size() - listed, "more group"));
    }
  }
}
