package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.Plain;
import java.io.IOException;
import java.util.List;

/**
 * Beside OpenTelemetry's Java agent, which weaves JDBC and executors.
 *
 * @param isFirst whether Rollcall's agent comes first
 */
record BesideOpenTelemetry(boolean isFirst) implements Sample {
  static List<Sample> both() {
    return List.of(new BesideOpenTelemetry(true), new BesideOpenTelemetry(false));
  }

  @Override
  public String name() {
    return (isFirst ? "before" : "after") + " OpenTelemetry's agent";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Turns turns = Turns.of(lab);
    (isFirst ? turns : turns.agentLast())
        .run(
            what ->
                List.of(
                    "-javaagent:" + Lab.jar("opentelemetry-javaagent-"),
                    "-Dotel.traces.exporter=none",
                    "-Dotel.metrics.exporter=none",
                    "-Dotel.logs.exporter=none",
                    "-cp",
                    Lab.classPath("h2-"),
                    Plain.class.getName(),
                    what));
  }
}
