package dev.rollcall.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/**
 * How the classes of a test run ended.
 *
 * @param failures the failures of tests and containers by display name
 * @param passed the display names of tests that passed
 */
record Ran(Map<String, Throwable> failures, List<String> passed) {
  static Ran of(Class<?>... classes) {
    return with(Map.of(), classes);
  }

  static Ran inParallel(Class<?>... classes) {
    return with(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
        classes);
  }

  static Ran with(Map<String, String> parameters, Class<?>... classes) {
    EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter");
    Arrays.stream(classes).forEach(type -> builder.selectors(selectClass(type)));
    parameters.forEach(builder::configurationParameter);
    Map<String, Throwable> failures = new TreeMap<>();
    List<String> passed = new ArrayList<>();
    for (Event event : builder.execute().allEvents().list()) {
      if (event.getType() == EventType.FINISHED) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        // JUnit 5 and 6 do not name nested classes alike.
        String name = event.getTestDescriptor().getDisplayName().replaceFirst("^\\w+\\$", "");
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
          failures.put(name, result.getThrowable().orElseThrow());
        } else if (event.getTestDescriptor().isTest()) {
          passed.add(name);
        }
      }
    }
    return new Ran(failures, passed);
  }

  /** The failure of a test or container. */
  Throwable failure(String name) {
    Throwable failure = failures.get(name);
    if (failure == null) {
      throw new AssertionError(name + " did not fail; these did: " + failures.keySet());
    }
    return failure;
  }

  String message(String name) {
    return String.valueOf(failure(name).getMessage());
  }
}
