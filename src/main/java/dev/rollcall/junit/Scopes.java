package dev.rollcall.junit;

import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.internal.scope.Scope;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/** The scopes of JUnit's contexts. Each is opened once, and ends with its context's store. */
final class Scopes {
  private static final Namespace NAMESPACE = Namespace.create(Scopes.class);
  private static final String RUN = "run";

  private Scopes() {}

  /** The scope of a class, opened if it is not yet. */
  static TestScope ofClass(ExtensionContext context) {
    TestScope known = known(context);
    if (known != null) {
      return known;
    }
    TestScope scope = new TestScope(className(context), around(context), false);
    scope.configure(context.getRequiredTestClass());
    keep(ScopeEnd.enter(scope, context), context);
    return scope;
  }

  /**
   * Opens a scope for a test whose instance is about to be made. JUnit does not say which test it
   * is for, but goes on with that test on the same thread.
   */
  static void ofTestToBe(ExtensionContext classContext) {
    if (Scope.current() instanceof TestScope scope && scope.isAwaited()) {
      scope.close(); // Its instance could not be made: what it left is for the class to tell.
    }
    TestScope scope = new TestScope(className(classContext), ofClass(classContext), true);
    scope.await(ScopeEnd.enter(scope, classContext));
  }

  /** The scope of a test, or of a method that stands for several, opened if it is not yet. */
  static TestScope ofTest(ExtensionContext context) {
    TestScope known = known(context);
    if (known != null) {
      return known;
    }
    ScopeEnd end = null;
    if (!isTemplate(context) && Scope.current() instanceof TestScope awaited) {
      end = awaited.takeAwaited();
    }
    if (end == null) {
      end = ScopeEnd.enter(new TestScope("", around(context), true), context);
    }
    TestScope scope = end.scope();
    scope.rename(testName(context), !isTemplate(context) && !isFactory(context));
    keep(end.of(context), context);
    scope.configure(context.getRequiredTestMethod(), context.getRequiredTestClass());
    return scope;
  }

  /** Opens the scope of a dynamic test, which has no store. */
  static ScopeEnd ofDynamicTest(ExtensionContext context) {
    TestScope around = around(context);
    TestScope scope =
        new TestScope(around.name() + " " + Printable.of(context.getDisplayName()), around, true);
    scope.run();
    return ScopeEnd.enter(scope, context);
  }

  private static @Nullable TestScope known(ExtensionContext context) {
    ScopeEnd end = store(context).get(context.getUniqueId(), ScopeEnd.class);
    return end == null ? null : end.scope();
  }

  private static void keep(ScopeEnd end, ExtensionContext context) {
    store(context).put(context.getUniqueId(), end);
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** The scope of the nearest context around this one that has one; at last that of the run. */
  private static TestScope around(ExtensionContext context) {
    Optional<ExtensionContext> around = context.getParent();
    while (around.isPresent() && around.get().getTestClass().isPresent()) {
      TestScope scope = known(around.get());
      if (scope != null) {
        return scope;
      }
      around = around.get().getParent();
    }
    return run(context);
  }

  @SuppressWarnings("deprecation") // its successor is not in JUnit 5
  private static TestScope run(ExtensionContext context) {
    return store(context.getRoot())
        .getOrComputeIfAbsent(
            RUN, key -> ScopeEnd.run(new TestScope("the run", null, false)), ScopeEnd.class)
        .scope();
  }

  private static boolean isTemplate(ExtensionContext context) {
    return isAnnotated(context, TestTemplate.class) && !isInvocation(context);
  }

  private static boolean isFactory(ExtensionContext context) {
    return isAnnotated(context, TestFactory.class);
  }

  private static boolean isAnnotated(
      ExtensionContext context, Class<? extends Annotation> annotation) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), annotation);
  }

  /** Whether this is one invocation of a method that has several. */
  private static boolean isInvocation(ExtensionContext context) {
    return context.getParent().flatMap(ExtensionContext::getTestMethod).isPresent();
  }

  private static String className(ExtensionContext context) {
    String name = context.getRequiredTestClass().getName();
    return Printable.of(Words.shortClass(name).replace('$', '.'));
  }

  private static String testName(ExtensionContext context) {
    String method = className(context) + "." + context.getRequiredTestMethod().getName() + "()";
    return isInvocation(context) ? method + " " + Printable.of(context.getDisplayName()) : method;
  }
}
