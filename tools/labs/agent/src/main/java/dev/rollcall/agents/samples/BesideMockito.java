package dev.rollcall.agents.samples;

import dev.rollcall.agents.samples.program.MockingTests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Beside Mockito's inline mocks in JUnit, of classes that the agent weaves.
 *
 * @param isAttached whether Mockito attaches itself, as it does where nobody has told it better
 */
record BesideMockito(boolean isAttached) implements Sample {
  static List<Sample> all() {
    return List.of(new BesideMockito(true), new BesideMockito(false));
  }

  @Override
  public String name() {
    return isAttached ? "Mockito's inline mocks, attached" : "after Mockito's agent";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException, Broken {
    Turns turns = Turns.of(lab);
    (isAttached ? turns : turns.agentLast())
        .run(
            what -> {
              List<String> arguments = new ArrayList<>();
              arguments.add(
                  isAttached
                      ? "-XX:+EnableDynamicAgentLoading"
                      : "-javaagent:" + Lab.jar("mockito-core-"));
              arguments.add("-cp");
              arguments.add(
                  Lab.classPath(
                      "h2-",
                      "mockito-",
                      "byte-buddy-",
                      "objenesis-",
                      "junit-",
                      "opentest4j-",
                      "apiguardian-"));
              arguments.add(MockingTests.class.getName());
              arguments.add(what);
              return arguments;
            });
  }
}
