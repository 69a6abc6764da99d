package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.samples.HintSamples;
import dev.rollcall.samples.ManySamples;
import dev.rollcall.samples.ParallelSamples;
import java.nio.file.Path;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failed test says that one should do next is right where it is said. */
@Tag("adapter")
class HintsTest {
  private static final String ONE_AT_A_TIME = "run them one at a time";
  private static final String RECORDINGS = "-Drollcall.junit.recordings=DIR";
  private static final String WHOLE_RUN =
      "    to see the whole lives: run the tests with -XX:StartFlightRecording:filename=tests.jfr";

  @Test
  void onlyTestsThatRanInParallelAreToRunOneAtATime() {
    assertThat(Ran.of(HintSamples.Pooled.class).message("Pooled"))
        .contains("it may belong to HintSamples.Pooled.leaks()")
        .contains("give the tests a LeakChecker parameter, or let each test start its own threads")
        .doesNotContain(ONE_AT_A_TIME);
    assertThat(Ran.inParallel(ParallelSamples.StartedThreads.class).message("StartedThreads"))
        .contains(ONE_AT_A_TIME);
  }

  @Test
  void aRecordingOfATestIsOfNoUseToAClass(@TempDir Path directory) {
    String message = Ran.of(ManySamples.ForgetfulClass.class).message("ForgetfulClass");
    assertThat(message).endsWith(WHOLE_RUN).doesNotContain(RECORDINGS);

    Map<String, String> set = Map.of("rollcall.junit.recordings", directory.toString());
    assertThat(Ran.with(set, ManySamples.ForgetfulClass.class).message("ForgetfulClass"))
        .endsWith(WHOLE_RUN);
    assertThat(Ran.with(set, HintSamples.Sites.class).message("leaks()"))
        .doesNotContain(RECORDINGS, WHOLE_RUN)
        .contains("    to see the whole lives: java -jar ", "-cli.jar report " + directory);
  }

  @Test
  void sitesOfOneTypeAreToldApart() {
    String frame = "dev.rollcall.samples.Frame";
    String at = " at dev.rollcall.samples.HintSamples$Sites.";

    assertThat(Ran.of(HintSamples.Sites.class).message("leaks()"))
        .startsWith("LEAK: 3 x " + frame + at + "often(HintSamples.java:")
        .contains(", 1 x " + frame + at + "once(HintSamples.java:", ", 1 x " + frame + "$Cached")
        .doesNotContain("$Cached at");
  }

  @Test
  void aRecordingThatDoesNotStartIsClosed() {
    try (Recording recording = new Recording()) {
      recording.start();

      Assertions.assertThatThrownBy(() -> TestRecording.started(recording))
          .isInstanceOf(IllegalStateException.class);
      assertThat(recording.getState()).isEqualTo(RecordingState.CLOSED);
    }
  }

  @Test
  void aTestThatEndsItsRecordingStillFailsForItsLeak(@TempDir Path directory) {
    Recording recording = new Recording();
    recording.start();
    TestRecording own = new TestRecording(recording, directory);
    recording.close();

    assertThat(own.end(new TestScope("test", null, true), true))
        .startsWith("the test was not recorded to its end: java.lang.IllegalStateException");
    assertThat(directory).isEmptyDirectory();
  }
}
