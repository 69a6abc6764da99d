package dev.rollcall.agents.samples.program;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs {@link Mocks} with JUnit. */
public final class MockingTests {
  private MockingTests() {}

  /** Forgets if that is the first argument. */
  public static void main(String[] arguments) {
    System.setProperty("sample.forgets", arguments[0]);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(Mocks.class))
            .build();
    LauncherFactory.create().execute(request, new Printing());
  }

  private static final class Printing implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      System.out.println(test.getDisplayName() + ' ' + result.getStatus());
      result.getThrowable().ifPresent(failure -> failure.printStackTrace(System.out));
    }
  }
}
