package dev.rollcall.ends;

import dev.rollcall.LeakMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the manual promises of an end. What is never promised to be anything else: no report and no
 * recording is wrong, and a program that would have ended without Rollcall ends in time.
 *
 * @param reports what may be said at exit
 * @param recordings what may be in the recording
 * @param status the exit status in {@code warn}, which is the one without Rollcall; null if the
 *     program would never end by itself
 * @param failStatus the exit status in {@code fail}
 */
record Promise(
    Set<ExitText.State> reports,
    Set<Reading.State> recordings,
    @Nullable Integer status,
    Integer failStatus) {

  /** {@code rollcall.exitWait} of every run. */
  static final Duration EXIT_WAIT = Duration.ofSeconds(1);

  /** What a busy machine, JFR's file and the JVM's own end may take beyond the waiting. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** In {@code fail}, hooks are waited for twice. */
  static final Duration LIMIT = EXIT_WAIT.multipliedBy(2).plus(GRACE);

  /** What was not as promised. */
  enum Part {
    REPORT,
    RECORDING,
    STATUS,
    TIME
  }

  /** A part of a promise that was broken, and how, as the rest of a sentence. */
  record Broken(Part part, String how) {}

  /** The exit status that is promised; null if the program never ends. */
  @Nullable Integer status(LeakMode mode) {
    return mode == LeakMode.FAIL ? failStatus : status;
  }

  /** All that an outcome breaks. */
  List<Broken> broken(LeakMode mode, Outcome outcome) {
    List<Broken> broken = new ArrayList<>();
    if (!reports.contains(outcome.report().state())) {
      broken.add(new Broken(Part.REPORT, "the report was " + outcome.report()));
    }
    Reading recording = outcome.recording();
    if (recording != null && !recordings.contains(recording.state())) {
      broken.add(new Broken(Part.RECORDING, "the recording was " + recording));
    }
    Integer promised = status(mode);
    if (outcome.status() == null) {
      if (promised != null) {
        broken.add(new Broken(Part.TIME, "it still ran after %.1f s".formatted(outcome.seconds())));
      }
    } else if (!outcome.status().equals(promised)) {
      broken.add(
          new Broken(
              Part.STATUS,
              "the exit status was "
                  + outcome.status()
                  + (promised == null ? ", where it never ends" : ", not " + promised)));
    }
    return broken;
  }
}
