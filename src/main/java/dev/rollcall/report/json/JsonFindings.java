package dev.rollcall.report.json;

import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Suppressed;
import dev.rollcall.recording.Recording;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the findings of a report back. What a baseline knew is a group like any other: whether it
 * counts is asked anew. JSON does not say how many chunks and events a recording had.
 */
final class JsonFindings {
  private JsonFindings() {}

  static Report report(JsonFields report) throws MalformedReportException {
    List<Suppressed> suppressions =
        report.has("suppressions")
            ? report.list("suppressions", JsonSuppressions::read)
            : List.of();
    List<LeakFinding> groups = Ownership.among(report.list("groups", JsonFindings::group));
    List<MisuseFinding> misuses = report.list("misuses", JsonFindings::misuse);
    FindingTotals all = report.object("totals", JsonFindings::totals);
    long suppressed = suppressions.stream().mapToLong(Suppressed::resources).sum();
    check(report, all, groups, misuses, suppressed);
    FindingTotals totals =
        new FindingTotals(
            all.registered(),
            all.unregistered(),
            all.leaked() - suppressed,
            all.open(),
            all.unknown(),
            all.misused(),
            all.ignored(),
            all.following());
    Findings findings =
        new Findings(
            report.list("recordings", JsonFindings::recording),
            totals,
            groups,
            open(report, totals),
            misuses,
            report.has("releasedByCollector")
                ? report.list("releasedByCollector", JsonFindings::byCollector)
                : List.of(),
            report.has("settled") ? report.flag("settled") : totals.open() == 0);
    return new Report(findings, suppressions, null);
  }

  private static StillOpen open(JsonFields report, FindingTotals totals)
      throws MalformedReportException {
    if (!report.has("open")) {
      return open(report, List.of());
    }
    List<OpenFinding> open = report.list("open", JsonFindings::openGroup);
    checkFingerprints(report, "open", open.stream().map(OpenFinding::group).toList());
    if (open.stream().mapToLong(OpenFinding::count).sum() > totals.open()) {
      throw report.wrong("totals.open", "at least what the open groups add up to");
    }
    return open(report, OpenFinding.among(open));
  }

  private static StillOpen open(JsonFields report, List<OpenFinding> groups)
      throws MalformedReportException {
    return new StillOpen(
        groups, JsonGrowth.of(report), JsonOverdue.read(report), JsonLive.of(report));
  }

  private static OpenFinding openGroup(JsonFields group) throws MalformedReportException {
    OpenFinding open = new OpenFinding(group(group), JsonAges.read(group));
    if (open.ages().ages().known() > open.count() || open.ages().overdue() > open.count()) {
      throw group.wrong("count", "at least ages.known and overdue");
    }
    return open;
  }

  private static void checkFingerprints(JsonFields report, String name, List<LeakFinding> groups)
      throws MalformedReportException {
    Set<String> fingerprints = new HashSet<>();
    for (LeakFinding group : groups) {
      if (!fingerprints.add(group.fingerprint())) {
        throw report.wrong(name, "a list with one group for each fingerprint");
      }
    }
  }

  private static void check(
      JsonFields report,
      FindingTotals totals,
      List<LeakFinding> groups,
      List<MisuseFinding> misuses,
      long suppressed)
      throws MalformedReportException {
    checkFingerprints(report, "groups", groups);
    if (groups.stream().mapToLong(LeakFinding::count).sum() + suppressed > totals.leaked()) {
      throw report.wrong("totals.leaked", "at least what the groups and suppressions add up to");
    }
    if (misuses.stream().mapToLong(MisuseFinding::count).sum() > totals.misused()) {
      throw report.wrong("totals.misused", "at least what the misuses add up to");
    }
  }

  private static FindingTotals totals(JsonFields totals) throws MalformedReportException {
    return new FindingTotals(
        totals.count("registered"),
        totals.count("unregistered"),
        totals.count("leaked"),
        totals.count("open"),
        totals.count("unknown"),
        totals.count("misused"),
        totals.count("ignored"),
        JsonFollowing.of(totals));
  }

  private static ReadRecording recording(JsonFields recording) throws MalformedReportException {
    long start = recording.timeOrZero("start");
    Recording read =
        new Recording(
            file(recording),
            recording.objectOrNull("jvm", JsonLives::jvm),
            start,
            recording.timeOrZero("end"),
            start == 0 ? 0 : 1,
            0,
            List.of(),
            Recording.DataLoss.NONE,
            Map.of());
    return new ReadRecording(
        read,
        recording.list("losses", JsonFindings::loss),
        recording.has("test") ? recording.text("test") : null);
  }

  private static Path file(JsonFields recording) throws MalformedReportException {
    try {
      return Path.of(recording.text("file"));
    } catch (InvalidPathException e) {
      throw recording.wrong("file", "the path of a file");
    }
  }

  private static Loss loss(JsonFields loss) throws MalformedReportException {
    return new Loss(
        loss.word("kind", Loss.Kind.values(), Loss.Kind::word),
        loss.numberOrNull("count"),
        loss.text("sentence"));
  }

  private static LeakFinding group(JsonFields group) throws MalformedReportException {
    TreeMap<Long, Long> refCounts = new TreeMap<>();
    for (Map.Entry<Long, Long> entry : group.list("refCounts", JsonFindings::refCount)) {
      refCounts.merge(entry.getKey(), entry.getValue(), Long::sum);
    }
    LeakFinding read =
        new LeakFinding(
            new LeakOrigin(group.text("fingerprint"), group.text("type"), JsonLives.site(group)),
            new LeakCounts(
                group.count("count", 1),
                group.count("held"),
                group.count("lost"),
                refCounts,
                group.count("oldestMillis"),
                group.bytes("bytes"),
                JsonFollowing.unfollowed(group)),
            group.list("suspects", JsonFindings::suspect),
            group.list("examples", JsonLives::life),
            JsonContext.of(group),
            ownership(group),
            JsonGood.of(group),
            JsonFollowing.estimate(group),
            JsonContrast.of(group));
    if (read.held() + read.lost() > read.count()) {
      throw group.wrong("count", "at least held and lost together");
    }
    if (read.unfollowed() > read.held() + read.lost()) {
      throw group.wrong("unfollowed", "at most held and lost together");
    }
    if (read.direct() < 0) {
      throw group.wrong("indirect", "at most count");
    }
    return read;
  }

  private static Ownership ownership(JsonFields group) throws MalformedReportException {
    return new Ownership(
        group.has("indirect") ? group.count("indirect") : 0,
        group.has("owns") ? group.list("owns", JsonFindings::owned) : List.of());
  }

  private static Ownership.Owned owned(JsonFields owned) throws MalformedReportException {
    return new Ownership.Owned(
        owned.text("fingerprint"), owned.text("type"), owned.count("count", 1));
  }

  private static Suspect suspect(JsonFields suspect) throws MalformedReportException {
    return new Suspect(
        suspect.word("kind", EvidenceKind.values(), EvidenceKind::word),
        suspect.object("frame", JsonLives::frame),
        suspect.fraction("score"),
        suspect.text("evidence"),
        suspect.word("confidence", Suspect.Confidence.values(), Suspect.Confidence::word));
  }

  private static Map.Entry<Long, Long> refCount(JsonFields entry) throws MalformedReportException {
    return Map.entry(entry.number("refCount"), entry.count("count", 1));
  }

  private static CollectorFinding byCollector(JsonFields group) throws MalformedReportException {
    return new CollectorFinding(
        new LeakOrigin(group.text("fingerprint"), group.text("type"), JsonLives.site(group)),
        group.count("count", 1));
  }

  private static MisuseFinding misuse(JsonFields misuse) throws MalformedReportException {
    return new MisuseFinding(
        misuse.text("kind"),
        misuse.text("type"),
        misuse.count("count", 1),
        misuse.text("message"),
        JsonLives.site(misuse),
        misuse.ids("resourceIds"),
        misusedLives(misuse));
  }

  /** Older reports have nothing of them. */
  private static MisuseFinding.Lives misusedLives(JsonFields misuse)
      throws MalformedReportException {
    return new MisuseFinding.Lives(
        misuse.has("suspects") ? misuse.list("suspects", JsonFindings::suspect) : List.of(),
        misuse.has("compared") ? misuse.count("compared") : 0,
        misuse.has("siblings") ? misuse.count("siblings") : 0,
        misuse.has("differences")
            ? misuse.list("differences", JsonFindings::difference)
            : List.of(),
        misuse.has("examples") ? misuse.list("examples", JsonLives::life) : List.of());
  }

  private static Difference difference(JsonFields difference) throws MalformedReportException {
    return new Difference(
        difference.word("kind", Difference.Kind.values(), Difference.Kind::word),
        difference.object("frame", JsonLives::frame),
        difference.count("misused"),
        difference.count("siblings"));
  }
}
