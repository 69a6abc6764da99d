package dev.rollcall.mutants;

import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the workload in a JVM of its own, with Rollcall. */
final class WorkloadJvm {
  private static final String MAIN = "dev.rollcall.mutants.workload.Workload";

  /**
   * Netty's own leak detector wraps one buffer in 128, chosen by chance, in a class that takes
   * other paths. It is not switched off, for with it the pipeline's notes would go, too.
   */
  private static final String NOTHING_BY_CHANCE =
      "-Dio.netty.leakDetection.samplingInterval=" + Integer.MAX_VALUE;

  /** Three scenarios take about two seconds; a mutant may wait for what never comes. */
  private static final long SECONDS = 30;

  private final Path agent;

  private WorkloadJvm(Path agent) {
    this.agent = agent;
  }

  /** The agent's jar goes to {@code directory}. */
  static WorkloadJvm of(Path directory) throws IOException {
    return new WorkloadJvm(AgentJar.write(directory.resolve("agent.jar")));
  }

  /**
   * What all scenarios execute, as {@link Mutants#coverage} reads it. Tracked, as the mutants are:
   * the calls depend on the classes of the buffers.
   */
  ChildJvm.Ended count() throws IOException, InterruptedException {
    return tracked().options("-javaagent:" + agent + "=count").run(MAIN, "count");
  }

  /** All scenarios as they are. */
  ChildJvm.Ended run(Path recording) throws IOException, InterruptedException {
    return recorded(recording).run(MAIN);
  }

  /**
   * A mutant.
   *
   * @throws AssertionError if it does not end in time
   */
  ChildJvm.Ended run(Mutant mutant, Path recording) throws IOException, InterruptedException {
    return recorded(recording)
        .within(SECONDS)
        .options("-javaagent:" + agent + "=" + mutant.argument())
        .run(MAIN, mutant.scenarios().toArray(String[]::new));
  }

  private ChildJvm recorded(Path recording) {
    return tracked()
        .options(
            "-Xlog:jfr+startup=off",
            "-XX:FlightRecorderOptions:memorysize=100m",
            "-XX:StartFlightRecording:settings=../../../jfc/rollcall.jfc,maxsize=0,filename="
                + recording);
  }

  private ChildJvm tracked() {
    return new ChildJvm().options("-Drollcall.mode=fail", NOTHING_BY_CHANCE);
  }
}
