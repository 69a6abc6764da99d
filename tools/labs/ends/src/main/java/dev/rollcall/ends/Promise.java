package dev.rollcall.ends;

import static java.util.stream.Collectors.joining;

import dev.rollcall.LeakMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the manual promises of an end. What is never promised to be anything else: no report and no
 * recording is wrong, and a program that would have ended without Rollcall ends in time.
 *
 * @param reports what may be said at exit
 * @param recordings what may be in the recording
 * @param status what the exit status may be in {@code warn}, as without Rollcall; empty if the
 *     program would never end by itself
 * @param failStatus what it may be in {@code fail}
 */
record Promise(
    Set<ExitText.State> reports,
    Set<Reading.State> recordings,
    Set<Integer> status,
    Set<Integer> failStatus) {

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

  /** The exit statuses that are promised; empty if the program never ends. */
  Set<Integer> status(LeakMode mode) {
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
    Set<Integer> promised = status(mode);
    if (outcome.status() == null) {
      if (!promised.isEmpty()) {
        broken.add(new Broken(Part.TIME, "it still ran after %.1f s".formatted(outcome.seconds())));
      }
    } else if (!promised.contains(outcome.status())) {
      broken.add(
          new Broken(
              Part.STATUS,
              "the exit status was "
                  + outcome.status()
                  + (promised.isEmpty()
                      ? ", where it never ends"
                      : ", not "
                          + promised.stream()
                              .sorted()
                              .map(String::valueOf)
                              .collect(joining(" or ")))));
    }
    return broken;
  }
}
