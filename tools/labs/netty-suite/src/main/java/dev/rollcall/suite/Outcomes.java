package dev.rollcall.suite;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * How each test of a class went, by its name; those not run for a reason of their own are absent.
 */
final class Outcomes implements TestExecutionListener {
  private final Map<String, TestExecutionResult> byTest = new TreeMap<>();

  static Outcomes of(Class<?> tests) {
    Outcomes outcomes = new Outcomes();
    DiscoverySelector selector = DiscoverySelectors.selectClass(tests);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selector).build();
    LauncherFactory.create().execute(request, outcomes);
    return outcomes;
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean tells = test.isTest() || result.getStatus() == Status.FAILED;
    if (tells && result.getStatus() != Status.ABORTED) {
      byTest.put(test.getUniqueId().replaceFirst(".*?/", ""), result);
    }
  }

  long passed() {
    return byTest.values().stream().filter(Outcomes::isPassed).count();
  }

  /**
   * How the tests go where those that differ from the plain run get a second try: tests with
   * several threads give up after a few seconds, which a busy machine may need.
   */
  static Outcomes of(Class<?> tests, Outcomes plain) {
    Outcomes outcomes = of(tests);
    if (outcomes.fewerThan(plain, new PrintWriter(Writer.nullWriter())) > 0) {
      of(tests)
          .byTest
          .forEach((test, result) -> outcomes.byTest.merge(test, result, Outcomes::better));
    }
    return outcomes;
  }

  private static TestExecutionResult better(TestExecutionResult one, TestExecutionResult other) {
    return isPassed(one) ? one : other;
  }

  /** Says what passes there and fails here; returns how much that is. */
  int fewerThan(Outcomes plain, PrintWriter out) {
    int fewer = 0;
    for (Map.Entry<String, TestExecutionResult> entry : byTest.entrySet()) {
      TestExecutionResult theirs = plain.byTest.get(entry.getKey());
      if (!isPassed(entry.getValue()) && (theirs == null || isPassed(theirs))) {
        fewer++;
        out.println("  differs: " + entry.getKey());
        entry.getValue().getThrowable().ifPresent(failure -> failure.printStackTrace(out));
      }
    }
    for (String test : plain.byTest.keySet()) {
      if (!byTest.containsKey(test) && isPassed(plain.byTest.get(test))) {
        fewer++;
        out.println("  not run: " + test);
      }
    }
    return fewer;
  }

  private static boolean isPassed(TestExecutionResult result) {
    return result.getStatus() == Status.SUCCESSFUL;
  }
}
