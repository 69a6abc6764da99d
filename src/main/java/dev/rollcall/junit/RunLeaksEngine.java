package dev.rollcall.junit;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * An engine without tests, which keeps the way to the runner open until the session's end. Only
 * then is it known what nobody releases, for a runner may execute one class after the other.
 *
 * <p>What it reports then has no parent: the plan of the tests is over, and a runner may have
 * forgotten it. JUnit finds this class by itself.
 */
public final class RunLeaksEngine implements TestEngine {
  private static final String ID = "rollcall";

  private static volatile @Nullable EngineExecutionListener runner;

  /** For JUnit. */
  public RunLeaksEngine() {}

  /** Forgets the runner, whose session ends. */
  static void end() {
    runner = null;
  }

  /** Reports a class that failed, where there is a runner that executes or has executed tests. */
  static void report(Throwable failure) {
    EngineExecutionListener listener = runner;
    if (listener == null) {
      return;
    }
    // A runner that takes nothing after the plan may throw. JUnit would warn of that at length.
    Logger junit = Logger.getLogger("org.junit.platform.launcher");
    Level before = junit.getLevel();
    junit.setLevel(Level.OFF);
    try {
      TestDescriptor container = new Container();
      listener.dynamicTestRegistered(container);
      listener.executionStarted(container);
      listener.executionFinished(container, TestExecutionResult.failed(failure));
    } finally {
      junit.setLevel(before);
    }
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    return new EngineDescriptor(uniqueId, "Rollcall");
  }

  @Override
  public void execute(ExecutionRequest request) {
    TestDescriptor engine = request.getRootTestDescriptor();
    EngineExecutionListener listener = request.getEngineExecutionListener();
    boolean isWithinSuite = engine.getUniqueId().getSegments().size() > 1;
    if (!isWithinSuite && !SwitchOn.isWithinAnother()) {
      runner = listener;
    }
    listener.executionStarted(engine);
    listener.executionFinished(engine, TestExecutionResult.successful());
  }

  private static final class Container extends AbstractTestDescriptor {
    Container() {
      super(
          UniqueId.forEngine(ID).append("class", UncheckedLeaks.class.getSimpleName()),
          UncheckedLeaks.class.getName(),
          ClassSource.from(UncheckedLeaks.class));
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }
  }
}
