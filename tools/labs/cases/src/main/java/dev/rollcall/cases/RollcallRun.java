package dev.rollcall.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case run with Rollcall and a recording.
 *
 * @param reported how many leaked as the report at exit says
 * @param recorded how many leaked as the recording tells
 * @param rank which suspect the guilty method is, from 1 up; empty if it is none
 * @param flaws what is not as it should be, a sentence each
 * @param seconds how long the program took, with the JVM and the recording
 */
record RollcallRun(
    long reported, long recorded, OptionalInt rank, List<String> flaws, double seconds) {
  private static final int CLEAN = 0;
  private static final int LEAKED = 86;
  private static final Pattern HEADLINE =
      Pattern.compile("(?m)^LEAK: ([0-9,]+) of [0-9,]+ registered resources w.* never released");

  /** Runs a case with one version; {@code recording} is where the recording goes. */
  static RollcallRun of(Program program, RealCase real, String version, Path recording)
      throws IOException, InterruptedException, CaseException {
    List<String> options = new ArrayList<>();
    options.add("-Drollcall.mode=fail");
    options.add("-Xlog:jfr+startup=off");
    options.add("-XX:FlightRecorderOptions:memorysize=100m");
    options.add(
        "-XX:StartFlightRecording:settings=../../../jfc/rollcall.jfc,maxsize=0,filename="
            + recording);
    if (real.detector() != null) {
      options.add(real.detector().quiet());
    }
    Program.Ended ended = program.run(version, options, CLEAN, LEAKED);
    JsonNode report =
        new ObjectMapper()
            .readTree(Ran.of("report", "--format", "json", recording.toString()).out());
    long reported = reported(ended.err());
    return new RollcallRun(
        reported,
        total(report, "leaked"),
        rank(real, report),
        flaws(real, version, ended.status(), reported, report),
        ended.seconds());
  }

  private static OptionalInt rank(RealCase real, JsonNode report) {
    return real.guilty().stream().flatMapToInt(one -> one.rank(report).stream()).min();
  }

  private static long reported(String err) {
    Matcher headline = HEADLINE.matcher(err);
    return headline.find() ? Long.parseLong(headline.group(1).replace(",", "")) : 0;
  }

  private static List<String> flaws(
      RealCase real, String version, int status, long reported, JsonNode report) {
    long expected = real.leaks(version);
    List<String> flaws = new ArrayList<>();
    if (reported != expected) {
      flaws.add("the report at exit says that %d leaked, not %d".formatted(reported, expected));
    }
    if (total(report, "leaked") != expected) {
      flaws.add(
          "the recording says that %d leaked, not %d".formatted(total(report, "leaked"), expected));
    }
    if (status != (expected == 0 ? CLEAN : LEAKED)) {
      flaws.add("the exit status was " + status);
    }
    // A version that leaks nothing must have had the chance to.
    if (total(report, "registered") < real.leaks()) {
      flaws.add("only %d resources were registered".formatted(total(report, "registered")));
    }
    if (expected == 0) {
      report
          .required("groups")
          .forEach(
              group ->
                  group
                      .path("suspects")
                      .forEach(suspect -> flaws.add("it has a suspect, " + suspect.path("frame"))));
    }
    if (total(report, "misused") > 0) {
      flaws.add("%d were misused".formatted(total(report, "misused")));
    }
    report.at("/recordings/0/losses").forEach(loss -> flaws.add(loss.get("sentence").asText()));
    return flaws;
  }

  private static long total(JsonNode report, String name) {
    return report.required("totals").required(name).asLong();
  }
}
