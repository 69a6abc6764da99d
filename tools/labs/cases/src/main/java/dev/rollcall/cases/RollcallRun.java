package dev.rollcall.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A case run with Rollcall and a recording.
 *
 * @param reported how many leaked, or were over-released, as the report at exit says
 * @param recorded how many did as the recording tells
 * @param standing where the report has the method that forgot
 * @param flaws what is not as it should be, a sentence each
 * @param seconds how long the program took, with the JVM and the recording
 */
record RollcallRun(
    long reported, long recorded, Standing standing, List<String> flaws, double seconds) {
  private static final int CLEAN = 0;
  private static final int LEAKED = 86;

  /** Runs a case with one version; {@code recording} is where the recording goes. */
  static RollcallRun of(
      Program program, RealCase real, Way way, String version, Variant variant, Path recording)
      throws IOException, InterruptedException, CaseException {
    Path atExit = Path.of(recording + ".txt");
    Files.deleteIfExists(atExit);
    List<String> options = new ArrayList<>();
    options.add("-Drollcall.mode=fail");
    options.add("-Drollcall.report=" + atExit);
    // No program has a hook that releases; a leaked thread pool would be waited for.
    options.add("-Drollcall.exitWait=1s");
    options.add("-Xlog:jfr+startup=off");
    options.add("-XX:FlightRecorderOptions:memorysize=100m");
    options.add(
        "-XX:StartFlightRecording:settings=../../../jfc/rollcall.jfc,maxsize=0,filename="
            + recording);
    if (real.detector() != null) {
      options.add(real.detector().quiet());
    }
    Program.Ended ended = program.run(way, variant, version, options, CLEAN, LEAKED);
    JsonNode report =
        new ObjectMapper()
            .readTree(Ran.of("report", "--format", "json", recording.toString()).out());
    long reported = real.bug().reported(Files.readString(atExit));
    return new RollcallRun(
        reported,
        total(report, real.bug().total()),
        Standing.of(
            real.guilty(), real.bug(), report, Ran.of("report", recording.toString()).out()),
        flaws(real, version, ended.status(), reported, report),
        ended.seconds());
  }

  private static List<String> flaws(
      RealCase real, String version, int status, long reported, JsonNode report) {
    long expected = real.expected(version);
    List<String> flaws = new ArrayList<>();
    if (reported != expected) {
      flaws.add(
          "the report at exit says %d %s, not %d"
              .formatted(reported, real.bug().total(), expected));
    }
    for (Bug bug : Bug.values()) {
      long wanted = bug == real.bug() ? expected : 0;
      if (total(report, bug.total()) != wanted) {
        flaws.add(
            "the recording says %d %s, not %d"
                .formatted(total(report, bug.total()), bug.total(), wanted));
      }
    }
    if (status != (total(report, "leaked") == 0 ? CLEAN : LEAKED)) {
      flaws.add("the exit status was " + status);
    }
    // A version that is sound must have had the chance not to be.
    if (total(report, "registered") < real.count()) {
      flaws.add("only %d resources were registered".formatted(total(report, "registered")));
    }
    if (expected == 0) {
      report
          .required(real.bug().findings())
          .forEach(
              finding ->
                  finding
                      .path("suspects")
                      .forEach(suspect -> flaws.add("it has a suspect, " + suspect.path("frame"))));
    }
    report.at("/recordings/0/losses").forEach(loss -> flaws.add(loss.get("sentence").asText()));
    return flaws;
  }

  private static long total(JsonNode report, String name) {
    return report.required("totals").required(name).asLong();
  }
}
