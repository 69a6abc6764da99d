package dev.rollcall.junit;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.internal.DefaultMode;
import dev.rollcall.internal.exit.TestRunner;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.internal.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Opens a scope around each class and each test, and closes it with a check: what {@link
 * LeakChecked} stands for.
 *
 * <p>A scope has to open before anything of the test runs and to close after everything of it has,
 * whatever other extensions there are. So it opens when JUnit asks for conditions, which is before
 * all callbacks, or when the test instance is made, which is earlier still; and it closes with the
 * store of its context, from which JUnit takes first what was put in last.
 */
@SuppressWarnings("exports")
public final class LeakCheckExtension
    implements ExecutionCondition,
        TestInstancePreConstructCallback,
        BeforeAllCallback,
        BeforeEachCallback,
        InvocationInterceptor,
        ParameterResolver {
  /** For JUnit. */
  public LeakCheckExtension() {}

  /** Whether there is anything to do; where nothing was set, switches the checker on. */
  private static boolean isOn() {
    TestRunner.note();
    if (Settings.isModeSet()) {
      return LeakChecker.global().mode() != LeakMode.OFF;
    }
    if (DefaultMode.warn().mode() == LeakMode.OFF) {
      throw new ExtensionConfigurationException(
          "Rollcall is off, because something used it before the tests began: run them with"
              + " -Drollcall.mode=warn");
    }
    return true;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (isOn()) {
      if (context.getTestMethod().isPresent()) {
        Scopes.ofTest(context);
      } else if (context.getTestClass().isPresent()) {
        Scopes.ofClass(context);
      }
    }
    return ConditionEvaluationResult.enabled("a leak check disables no test");
  }

  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    if (!isOn()) {
      return;
    }
    if (context.getTestMethod().isPresent()) {
      Scopes.ofTest(context);
    } else if (context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD)
        == Lifecycle.PER_CLASS) {
      Scopes.ofClass(context);
    } else if (factory.getOuterInstance().isEmpty()) {
      Scopes.ofTestToBe(context);
    }
  }

  /** Runs the static initialiser now, in the class's scope, not in that of its first test. */
  @Override
  public void beforeAll(ExtensionContext context) throws ClassNotFoundException {
    if (isOn()) {
      Scopes.ofClass(context);
      Class<?> type = context.getRequiredTestClass();
      Class.forName(type.getName(), true, type.getClassLoader());
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (isOn()) {
      Scopes.ofTest(context).run();
    } else {
      Summary.unchecked();
    }
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext dynamic,
      ExtensionContext context)
      throws Throwable {
    if (!isOn()) {
      invocation.proceed();
      return;
    }
    ScopeEnd end = Scopes.ofDynamicTest(context);
    try {
      invocation.proceed();
    } catch (Throwable failure) {
      end.closeAfter(failure);
      throw failure;
    }
    end.close();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LeakChecker.class;
  }

  /** A checker of the test's own, or of the class's for what runs once for it. */
  @Override
  public LeakChecker resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return isOn() && Scope.current() instanceof TestScope scope
        ? scope.checker()
        : LeakChecker.builder().mode(LeakMode.OFF).build();
  }
}
