package dev.rollcall.report;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Pace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What grew while the program ran; none of it is called leaked. */
public final class GrowthLines {
  private static final int MOST = 20;
  private static final int MINUTES_PER_HOUR = 60;

  private GrowthLines() {}

  static void append(Page page, Report report) {
    Findings findings = report.listed();
    List<Growth> all = findings.open().growth();
    if (all.isEmpty()) {
      return;
    }
    page.gap();
    for (Growth growth : all.subList(0, Math.min(MOST, all.size()))) {
      page.sentence("growing: ", name(growth, findings) + ", " + words(growth));
    }
    if (all.size() > MOST) {
      page.sentence("", "and " + (all.size() - MOST) + " more that grow (--format json lists all)");
    }
  }

  /** How fast it grew, and how sure that is. */
  public static String words(Growth growth) {
    return String.format(
        Locale.ROOT,
        "%s%s over %s (%s confidence)",
        pace(growth.perMinute()),
        growth.ofFollowed() ? " of those that are followed" : "",
        TimeSpan.age(growth.overMillis()),
        growth.confidence().word());
  }

  /** How fast an open group grew between two reports, and how sure that is. */
  public static String pace(Pace pace) {
    return Printable.of(pace.change().key().fingerprint())
        + ", "
        + pace(pace.perMinute())
        + " between the two ("
        + (pace.confidence() == null
            ? "two counts alone cannot tell growth from a swing of the load"
            : pace.confidence().word() + " confidence")
        + ')';
  }

  /** By how many a minute; an hour where that is hardly any. */
  static String pace(double perMinute) {
    if (perMinute < 0.1) {
      return String.format(Locale.ROOT, "%+.1f an hour", perMinute * MINUTES_PER_HOUR);
    }
    return String.format(
        Locale.ROOT, perMinute < 100 ? "%+.1f a minute" : "%+,.0f a minute", perMinute);
  }

  /** What it is that grows: a type, or a group and where it was registered. */
  public static String name(Growth growth, Findings findings) {
    String fingerprint = growth.fingerprint();
    if (fingerprint == null) {
      return Printable.of(growth.type());
    }
    String at =
        Stream.concat(
                findings.open().groups().stream().map(OpenFinding::group),
                findings.groups().stream())
            .filter(group -> group.fingerprint().equals(fingerprint))
            .map(LeakFinding::site)
            .map(ReportWords::applicationFrame)
            .filter(frame -> !frame.isEmpty())
            .findFirst()
            .map(frame -> " registered at " + frame)
            .orElse("");
    return Printable.of(fingerprint) + at;
  }
}
