package dev.rollcall.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pattern of what woven code calls, by itself. */
final class BridgeTest {
  private static final int RELEASE = 0;
  private static final int OTHER = 1;

  private final List<Object> released = new ArrayList<>();
  private final List<Object> opened = new ArrayList<>();
  private final List<Throwable> troubles = new ArrayList<>();
  private Runnable before = () -> {};

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
  private final BiConsumer<Object, Object>[] hooks = new BiConsumer[2];

  @BeforeEach
  void connect() {
    hooks[RELEASE] =
        (self, value) -> {
          before.run();
          released.add(self);
        };
    hooks[OTHER] =
        (self, value) -> {
          before.run();
          opened.add(value);
        };
    Bridge.releases = 1;
    Bridge.trouble = (failure, hook) -> troubles.add(failure);
    Bridge.hooks = hooks;
  }

  @AfterEach
  void disconnect() {
    before = () -> {};
    Bridge.makeUp();
    Bridge.hooks = null;
    Bridge.trouble = null;
  }

  private void failingWith(Throwable failure) {
    before = () -> BridgeTest.<RuntimeException>sneak(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  @Test
  void whatAHookThrowsNeverReachesTheCaller() {
    List<Throwable> all =
        List.of(new RuntimeException(), new StackOverflowError(), new Error(), new Exception());
    for (Throwable failure : all) {
      failingWith(failure);
      assertThatCode(() -> Bridge.call("value", "self", OTHER)).doesNotThrowAnyException();
    }

    assertThat(troubles).isEqualTo(all);
  }

  @Test
  void norWhatItThrowsWhoIsToldOfIt() {
    failingWith(new RuntimeException());
    Bridge.trouble =
        (failure, hook) -> {
          throw new OutOfMemoryError();
        };

    assertThatCode(() -> Bridge.call("value", "self", OTHER)).doesNotThrowAnyException();
  }

  @Test
  void doesNothingBeforeItIsConnected() {
    Bridge.hooks = null;

    assertThatCode(() -> Bridge.call("value", "self", OTHER)).doesNotThrowAnyException();
  }

  @Test
  void aReleaseThatHadNoRoomIsMadeUpForBeforeTheNextHook() {
    failingWith(new StackOverflowError());
    Bridge.call(null, "first", RELEASE);
    Bridge.call(null, "second", RELEASE);
    assertThat(released).isEmpty();

    before = () -> {};
    Bridge.call("value", "third", OTHER);

    assertThat(released).containsExactlyInAnyOrder("first", "second");
    assertThat(opened).containsExactly("value");
  }

  @Test
  void orBeforeACheck() {
    failingWith(new StackOverflowError());
    Bridge.call(null, "first", RELEASE);
    before = () -> {};
    Bridge.makeUp();
    Bridge.makeUp();

    assertThat(released).containsExactly("first");
  }

  /** What was opened and not told is not registered: there is nothing to make up for. */
  @Test
  void nothingElseIsMadeUpFor() {
    failingWith(new StackOverflowError());
    Bridge.call("value", "self", OTHER);
    before = () -> {};
    Bridge.makeUp();

    assertThat(opened).isEmpty();
  }

  /** Or one object would blind the agent to all others. */
  @Test
  void aReleaseThatAlwaysFailsHoldsUpNoOther() {
    hooks[RELEASE] =
        (self, value) -> {
          if ("bad".equals(self)) {
            throw new IllegalStateException();
          }
          released.add(self);
        };
    Bridge.call(null, "bad", RELEASE);
    Bridge.call(null, "good", RELEASE);
    Bridge.call("value", "self", OTHER);

    assertThat(released).containsExactly("good");
    assertThat(opened).containsExactly("value");
  }

  /** At each depth up to the last, something is released. */
  @Test
  void noReleaseIsForgottenWhereTheStackEnds() throws Exception {
    Set<Object> told = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    before = () -> {};
    hooks[RELEASE] = (self, value) -> known.add(need(20, self));
    Runnable program =
        () -> {
          deeper(told);
          Bridge.call("value", "self", OTHER);
        };
    Thread thread = new Thread(null, program, "deep", 1 << 19);
    thread.start();
    thread.join();
    Bridge.makeUp();

    assertThat(told).hasSizeGreaterThan(100);
    assertThat(known).containsAll(told);
    assertThat(opened).as("told where there is room again").containsExactly("value");
    assertThat(troubles).isNotEmpty();
  }

  /** Takes some stack, as a hook does. */
  private static Object need(int frames, Object result) {
    return frames == 0 ? result : need(frames - 1, result);
  }

  @SuppressWarnings("InfiniteRecursion") // it ends where the stack does
  private static void deeper(Set<Object> told) {
    try {
      deeper(told);
    } catch (StackOverflowError end) {
      // The caller has a little more.
    }
    release(told);
  }

  private static void release(Set<Object> told) {
    try {
      Object resource = new Object();
      Bridge.call(null, resource, RELEASE);
      told.add(resource);
    } catch (StackOverflowError end) {
      // Nor has the program come so far.
    }
  }
}
