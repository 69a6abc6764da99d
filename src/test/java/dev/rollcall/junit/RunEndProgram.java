package dev.rollcall.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.rollcall.samples.Frame;
import dev.rollcall.samples.RunSamples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A test runner: opens sessions and executes classes in them as its arguments say. {@code /} ends a
 * session, {@code find} looks for tests only, {@code deaf} stops listening to what comes after a
 * plan, {@code nest} runs a session within the session, {@code keep} registers a resource that the
 * session's store releases, {@code late} one when all sessions are closed.
 */
final class RunEndProgram {
  private RunEndProgram() {}

  private static final class Runner implements TestExecutionListener {
    private final boolean deaf;
    private boolean over;

    Runner(boolean deaf) {
      this.deaf = deaf;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      over = true;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      RunSamples.Overlapping.over(test.getDisplayName());
      if (over && deaf) {
        throw new IllegalStateException("the plan is over");
      }
      result
          .getThrowable()
          .ifPresent(
              failure -> {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                System.out.println("FAILED " + test.getDisplayName() + ": " + trace);
              });
    }
  }

  public static void main(String[] arguments) throws ClassNotFoundException {
    List<String> words = List.of(arguments);
    LauncherSession session = LauncherFactory.openSession();
    for (String word : words) {
      switch (word) {
        case "deaf", "late" -> {}
        case "/" -> {
          session.close();
          System.err.println("-- closed");
          session = LauncherFactory.openSession();
        }
        case "nest" -> {
          try (LauncherSession inner = LauncherFactory.openSession()) {
            inner.getLauncher().execute(request("Unchecked"));
          }
          System.err.println("-- inner closed");
        }
        case "keep" -> {
          AutoCloseable release = new Frame()::release;
          session.getStore().put(Namespace.GLOBAL, "kept", release);
        }
        case "find" -> session.getLauncher().discover(request("Unchecked"));
        default -> session.getLauncher().execute(request(word), new Runner(words.contains("deaf")));
      }
    }
    session.close();
    System.err.println("-- closed");
    if (words.contains("late")) {
      new Frame();
    }
  }

  private static LauncherDiscoveryRequest request(String sample) throws ClassNotFoundException {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(Class.forName("dev.rollcall.samples.RunSamples$" + sample)))
        .build();
  }
}
