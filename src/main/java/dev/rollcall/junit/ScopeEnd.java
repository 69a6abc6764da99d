package dev.rollcall.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.opentest4j.TestAbortedException;

/** The end of a scope: its check, and the failure if something was found. */
@SuppressWarnings("deprecation") // Before 5.13 JUnit closes nothing else.
final class ScopeEnd implements CloseableResource, AutoCloseable {
  private final TestScope scope;
  private final Runnable back;
  private final @Nullable TestRecording recording;
  private @Nullable ExtensionContext context;

  private ScopeEnd(TestScope scope, Runnable back, @Nullable TestRecording recording) {
    this.scope = scope;
    this.back = back;
    this.recording = recording;
  }

  /** Opens the scope of a run, which no thread is in. */
  static ScopeEnd run(TestScope scope) {
    scope.open();
    return new ScopeEnd(scope, () -> {}, null);
  }

  /** Opens a scope and lets the calling thread enter it. */
  static ScopeEnd enter(TestScope scope, ExtensionContext context) {
    TestRecording recording = scope.isSingle() ? TestRecording.start(context) : null;
    scope.open();
    return new ScopeEnd(scope, scope.enter(), recording);
  }

  /** This, for a context that is known only now. */
  ScopeEnd of(ExtensionContext known) {
    context = known;
    return this;
  }

  TestScope scope() {
    return scope;
  }

  /** Ends the scope; JUnit attaches what it throws to the test's own failure, if there is one. */
  @Override
  public void close() {
    Throwable failure = context == null ? null : context.getExecutionException().orElse(null);
    TestLeakError error = end(failure);
    if (error != null) {
      throw error;
    }
  }

  /** Ends the scope of what has failed by itself. */
  void closeAfter(Throwable failure) {
    TestLeakError error = end(failure);
    if (error != null) {
      failure.addSuppressed(error);
    }
  }

  private @Nullable TestLeakError end(@Nullable Throwable failure) {
    boolean failed = failure != null && !(failure instanceof TestAbortedException);
    Found found;
    String recorded = "";
    try {
      found = scope.end();
    } finally {
      back.run();
    }
    if (recording != null) {
      recorded = recording.end(scope, failed || !found.isClean());
    }
    if (scope.isSingle() && scope.hasRun()) {
      Summary.checked();
    }
    if (found.isClean()) {
      if (failure != null && !recorded.isEmpty()) {
        failure.addSuppressed(new RecordedFailure("recorded: " + recorded));
      }
      return null;
    }
    Summary.failed(found, scope.isSingle());
    return FailureText.error(scope, found, recorded);
  }
}
