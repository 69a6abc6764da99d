package dev.rollcall.internal.scope;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom a thread's registrations are blamed to. */
class ScopeTest {
  private final Scope run = new Scope("run", null, false);
  private final Scope type = new Scope("class", run, false);
  private final Scope test = new Scope("test", type, true);
  private final Scope other = new Scope("other", type, true);

  @AfterEach
  void close() {
    run.close();
    assertThat(Scope.anyOpen()).isFalse();
  }

  private static @Nullable Blame inAThread() throws InterruptedException {
    AtomicReference<@Nullable Blame> blame = new AtomicReference<>();
    Thread thread = new Thread(() -> blame.set(Scope.blame()));
    thread.start();
    thread.join();
    return blame.get();
  }

  @Test
  void theThreadDecides() throws InterruptedException {
    run.open();
    type.open();
    test.open();
    Runnable back = test.enter();
    assertThat(Scope.blame()).isSameAs(test.certain);
    assertThat(inAThread()).isSameAs(test.certain);

    other.open();
    Blame blame = requireNonNull(inAThread());
    assertThat(blame.scope()).isSameAs(type);
    assertThat(blame.candidates()).containsExactlyInAnyOrder(test, other);
    assertThat(blame.ofParallelTests()).isTrue();
    assertThat(Scope.blame()).isSameAs(test.certain);

    back.run();
    assertThat(Scope.current()).isNull();
    assertThat(requireNonNull(Scope.blame()).isCertain()).isFalse();
  }
}
