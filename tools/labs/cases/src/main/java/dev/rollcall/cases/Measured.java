package dev.rollcall.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of all runs of a case with one version, in one variant.
 *
 * @param way how Rollcall is told
 * @param rollcall the runs with Rollcall, at least one
 * @param byDefault reports of the library's own detector at its default level, one for each run
 * @param paranoid as {@code byDefault}, at the level that looks at every resource
 */
record Measured(
    RealCase real,
    Way way,
    String version,
    Variant variant,
    List<RollcallRun> rollcall,
    List<Long> byDefault,
    List<Long> paranoid) {

  /**
   * How often a case is run each way.
   *
   * @param rollcall with Rollcall, at least once
   * @param byDefault with the library's own detector at its default level
   * @param paranoid with the library's own detector at its most thorough
   */
  record Plan(int rollcall, int byDefault, int paranoid) {}

  /** Runs a case with one version; recordings go to {@code directory}, which must be there. */
  static Measured of(
      Program program,
      RealCase real,
      Way way,
      String version,
      Variant variant,
      Path directory,
      Plan plan)
      throws IOException, InterruptedException, CaseException {
    Path recording =
        directory.resolve(
            real.name() + "-" + version + "-" + variant.argument() + way.suffix() + ".jfr");
    List<RollcallRun> rollcall = new ArrayList<>();
    for (int i = 0; i < plan.rollcall; i++) {
      rollcall.add(RollcallRun.of(program, real, way, version, variant, recording));
    }
    return new Measured(
        real,
        way,
        version,
        variant,
        rollcall,
        reports(program, real, way, version, variant, Detector.Level.DEFAULT, plan.byDefault),
        reports(program, real, way, version, variant, Detector.Level.PARANOID, plan.paranoid));
  }

  private static List<Long> reports(
      Program program,
      RealCase real,
      Way way,
      String version,
      Variant variant,
      Detector.Level level,
      int runs)
      throws IOException, InterruptedException, CaseException {
    List<Long> reports = new ArrayList<>();
    Detector detector = real.detector();
    for (int i = 0; detector != null && i < runs; i++) {
      reports.add(
          detector.reports(program.run(way, variant, version, detector.options(level), 0).err()));
    }
    return reports;
  }

  /** What was not as it should be, each with the case and the version. */
  List<String> flaws() {
    return rollcall.stream()
        .flatMap(run -> run.flaws().stream())
        .distinct()
        .map(
            flaw ->
                "%s (%s) with version %s, %s: %s"
                    .formatted(real.name(), way.words(), version, variant.words(), flaw))
        .toList();
  }
}
