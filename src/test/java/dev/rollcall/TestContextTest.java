package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import dev.rollcall.samples.ContextSamples;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Two classes of tests that run at the same time, with JUnit's own events in the recording. */
class TestContextTest {
  private static final Path JUNIT_JFR = Path.of("target", "junit-jfr", "junit-platform-jfr.jar");

  /** Runs the samples in parallel. */
  static final class Run {
    private Run() {}

    public static void main(String[] arguments) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(
                  selectClass(ContextSamples.Left.class), selectClass(ContextSamples.Right.class))
              .configurationParameters(
                  Map.of(
                      "junit.jupiter.execution.parallel.enabled", "true",
                      "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                      "junit.jupiter.execution.parallel.config.strategy", "fixed",
                      "junit.jupiter.execution.parallel.config.fixed.parallelism", "2"))
              .build();
      LauncherFactory.create().execute(request);
    }
  }

  @Test
  void theRightTestsAreNamed(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("tests.jfr");
    new ChildJvm()
        .andClassPath(JUNIT_JFR.toAbsolutePath())
        .options(
            "-Drollcall.mode=warn",
            "-Xlog:jfr+startup=off",
            "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + file)
        .run(Run.class)
        .with(0);

    JvmLog roll = new JvmLog();
    Recording recording = new RecordingReader().read(file, roll, roll.context());
    Analysis analysis = new Analysis();
    analysis.add(recording, roll, null);
    Map<String, String> tests = new TreeMap<>();
    for (LeakFinding group : analysis.findings(1).groups()) {
      Context context = group.context();
      tests.put(
          group.type().replaceFirst(".*\\$", ""),
          group.count() + " " + inWords(context.tests()) + thrown(context.exceptions()));
    }

    String samples = ContextSamples.class.getName();
    assertThat(tests)
        .containsExactly(
            Map.entry("Beside", "1 []"),
            Map.entry("InLeft", "2 [2 " + samples + "$Left.leaks()]"),
            Map.entry(
                "InRight",
                "1 [1 "
                    + samples
                    + "$Right.throwsUp()], 1 java.lang.IllegalStateException: boom within fails"));
  }

  private static List<String> inWords(List<Context.InTest> tests) {
    return tests.stream().map(test -> test.count() + " " + test.name()).toList();
  }

  private static String thrown(List<Context.Thrown> exceptions) {
    StringBuilder words = new StringBuilder();
    for (Context.Thrown thrown : exceptions) {
      words.append(", ").append(thrown.count()).append(' ').append(thrown.type());
      words.append(": ").append(thrown.message());
      words.append(" within ").append(thrown.through().getMethodName());
    }
    return words.toString();
  }
}
