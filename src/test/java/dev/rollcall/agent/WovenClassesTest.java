package dev.rollcall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.agent.WovenClasses.Woven;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class WovenClassesTest {
  private final WovenClasses classes = new WovenClasses();

  private static final class Loader extends ClassLoader {
    @Override
    public boolean equals(Object other) {
      throw new AssertionError();
    }

    @Override
    public int hashCode() {
      throw new AssertionError();
    }
  }

  @Test
  void tellsLoadersApart() {
    Loader loader = new Loader();
    Woven woven = classes.of(loader, "a/B");

    assertThat(classes.of(loader, "a/B")).isSameAs(woven);
    assertThat(classes.get(loader, "a/B")).isSameAs(woven);
    assertThat(classes.get(loader, "a/C")).isNull();
    assertThat(classes.get(new Loader(), "a/B")).isNull();
    assertThat(classes.get(null, "a/B")).isNull();
    assertThat(classes.of(null, "a/B")).isSameAs(classes.get(null, "a/B")).isNotSameAs(woven);
  }

  @Test
  void isWantedOnceForEachKind() {
    Woven woven = classes.of(null, "a/B");

    assertThat(woven.want("jdbc", List.of())).isTrue();
    assertThat(woven.want("jdbc", List.of())).isFalse();
    assertThat(woven.want("end", List.of())).isTrue();
    assertThat(woven.wanted()).containsOnlyKeys("jdbc", "end");
    assertThat(woven.isWoven("jdbc")).isFalse();
    woven.woven(Set.of("jdbc"), Set.of("()V"));
    assertThat(woven.isWoven("jdbc")).isTrue();
    assertThat(woven.isWoven("end")).isFalse();
    assertThat(woven.isDelegating("()V")).isTrue();
    assertThat(woven.isDelegating("(I)V")).isFalse();
  }

  /** Whoever closes what another thread has opened must not come before its class is woven. */
  @Test
  void isAwaitedUntilItIsSettled() throws Exception {
    Woven woven = classes.of(null, "a/B");
    CountDownLatch begun = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              begun.countDown();
              woven.await("jdbc");
            });
    waiting.start();
    begun.await();
    woven.settled("jdbc");
    waiting.join();

    woven.await("jdbc");
    assertThat(woven.isWoven("jdbc")).isFalse();
  }

  /** The interrupt is the program's, and is still there afterwards. */
  @Test
  void isAwaitedInterruptedOrNot() {
    Woven woven = classes.of(null, "a/B");
    woven.settled("jdbc");
    Thread.currentThread().interrupt();
    woven.await("jdbc");

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @Timeout(60) // where something keeps it, the loop has no end
  void keepsNoLoaderAlive() {
    Loader loader = new Loader();
    classes.of(loader, "a/B").want("jdbc", List.of());
    WeakReference<Loader> left = new WeakReference<>(loader);
    loader = null;
    while (left.get() != null) {
      System.gc();
    }

    assertThat(left.get()).isNull();
  }
}
