package dev.rollcall.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

/** A leak detector that comes with a library, to be seen beside Rollcall on the same case. */
enum Detector {
  /** Netty's, which prints one report for each different history of a leaked buffer. */
  @JsonProperty("netty")
  NETTY(
      "\\bLEAK: ",
      "-Dio.netty.leakDetection.samplingInterval=1000000000",
      "-Dio.netty.leakDetection.level=paranoid");

  private final Pattern report;
  private final String quiet;
  private final String paranoid;

  Detector(String report, String quiet, String paranoid) {
    this.report = Pattern.compile(report);
    this.quiet = quiet;
    this.paranoid = paranoid;
  }

  /** How closely it looks. */
  enum Level {
    /** As it does where nothing is said. */
    DEFAULT,
    /** At every resource. */
    PARANOID
  }

  /**
   * The JVM option that lets it look at next to nothing. It is not switched off, because the notes
   * that Netty's pipeline makes for Rollcall, too, would go with it.
   */
  String quiet() {
    return quiet;
  }

  /** The JVM options for a level. */
  List<String> options(Level level) {
    return level == Level.DEFAULT ? List.of() : List.of(paranoid);
  }

  /** How many reports there are in what a program printed. */
  long reports(String printed) {
    return report.matcher(printed).results().count();
  }
}
