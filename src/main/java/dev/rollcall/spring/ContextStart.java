package dev.rollcall.spring;

import dev.rollcall.internal.scope.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps what the start of a test's context registers from being the test's: Spring keeps the
 * context for other tests, and closes it when the process ends. What is left then has leaked.
 *
 * <p>A context that a test starts itself is the test's: Spring's cache is to be seen on the stack
 * of the others.
 */
final class ContextStart implements SpringApplicationRunListener {
  private static final String CACHE = "org.springframework.test.context.cache.";

  private @Nullable Scope shared;
  private @Nullable Runnable back;

  /** For Spring. */
  ContextStart() {}

  @Override
  public void contextPrepared(ConfigurableApplicationContext context) {
    if (Scope.anyOpen() && isForCache()) {
      shared = Scope.shared("a Spring context");
      shared.open();
      back = shared.enter();
    }
  }

  private static boolean isForCache() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(CACHE)));
  }

  @Override
  public void ready(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
    end();
  }

  @Override
  public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
    end();
  }

  private void end() {
    if (shared != null && back != null) {
      back.run();
      shared.close();
      shared = null;
      back = null;
    }
  }
}
