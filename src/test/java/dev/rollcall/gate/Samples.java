package dev.rollcall.gate;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Site;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings written by hand. */
public final class Samples {
  private static final long START = 1_764_000_000_000_000_000L;

  private Samples() {}

  /** Leaks registered in a method; those that are neither held nor lost are known by number. */
  public static LeakFinding leaks(String method, long count, long held, long lost) {
    Site site = Events.site(method);
    TreeMap<Long, Long> refCounts = new TreeMap<>();
    if (held + lost > 0) {
      refCounts.put(1L, held + lost);
    }
    return new LeakFinding(
        new LeakOrigin(Fingerprint.of(Events.TYPE, site.frames()), Events.TYPE, site),
        new LeakCounts(count, held, lost, refCounts, 1_500));
  }

  /** Three of one group, and four of two groups that are suspected of one method. */
  public static Findings ofTwoCauses() {
    return findings(
        leaks("alone", 3).suspecting(List.of(suspect("one"))),
        leaks("first", 2).suspecting(List.of(suspect("two"))),
        leaks("second", 2).suspecting(List.of(suspect("two"))));
  }

  private static Suspect suspect(String method) {
    return new Suspect(
        EvidenceKind.ABSENCE,
        new StackTraceElement("com.acme.Server", method, "Server.java", 7),
        0.5,
        method + " is suspected: look there.",
        Suspect.Confidence.LOW);
  }

  /** Held leaks. */
  public static LeakFinding leaks(String method, long count) {
    return leaks(method, count, count, 0);
  }

  /** Leaks of lives that are not followed, so that their sites are not known. */
  public static LeakFinding unfollowed(long count) {
    return new LeakFinding(
        new LeakOrigin(Fingerprint.unknown(Events.TYPE), Events.TYPE, Site.NONE),
        new LeakCounts(count, count, 0, new TreeMap<>(), 1_500, 0, count));
  }

  /** Misuses at a line of a method. */
  public static MisuseFinding misuses(String kind, String method, int line, long count) {
    Site site =
        new Site(
            List.of(new StackTraceElement("com.acme.Server", method, "Server.java", line)), false);
    return new MisuseFinding(kind, Events.TYPE, count, "it was wrong", site, List.of(count));
  }

  /** A recording of a JVM with a process id. */
  public static ReadRecording recording(String file, long pid, Loss... losses) {
    return recording(file, pid, START, losses);
  }

  /** A recording that starts at a time. */
  public static ReadRecording recording(String file, long pid, long start, Loss... losses) {
    Jvm jvm = new Jvm(pid, START - 1, "OpenJDK", "17");
    return new ReadRecording(
        new Recording(
            Path.of(file),
            jvm,
            start,
            start + 1_000,
            1,
            0,
            List.of(),
            Recording.DataLoss.NONE,
            Map.of()),
        List.of(losses));
  }

  /**
   * Findings of the recording with the process id 1, complete, with 10,000 registered resources.
   */
  public static Findings findings(LeakFinding... groups) {
    return findings(1, Arrays.asList(groups), List.of());
  }

  /** Findings of a recording of the JVM with a process id. */
  public static Findings findings(long pid, List<LeakFinding> groups, List<MisuseFinding> misuses) {
    return findings(recording("app.jfr", pid), groups, misuses);
  }

  /** Findings of a recording. */
  public static Findings findings(
      ReadRecording recording, List<LeakFinding> groups, List<MisuseFinding> misuses) {
    long leaked = Parts.leaked(groups);
    return new Findings(
        List.of(recording),
        new FindingTotals(10_000, 10_000 - leaked, leaked, 0, 0, Parts.misused(misuses), 0),
        groups,
        StillOpen.NONE,
        misuses,
        List.of(),
        true);
  }

  /** As {@code findings}, with more leaks that nothing but their number is known of. */
  public static Findings unnamed(long more, LeakFinding... groups) {
    Findings all = findings(groups);
    return new Findings(
        all.recordings(),
        all.totals().plus(new FindingTotals(0, 0, more, 0, 0, 0, 0)),
        all.groups(),
        all.open(),
        all.misuses(),
        all.byCollector(),
        true);
  }
}
