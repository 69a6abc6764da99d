package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.Recorded;
import java.lang.reflect.Field;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every transition of the count, in every mode. */
class RefCountedTest {
  private static final int MAX_COUNT = 1 << 30;

  private static LeakChecker checker(LeakMode mode) {
    return LeakChecker.builder().mode(mode).build();
  }

  /** Sets the count as if it had been retained so often. */
  private static void setCount(RefCounted resource, int count) throws Exception {
    Field word = RefCounted.class.getDeclaredField("word");
    word.setAccessible(true);
    word.setLong(resource, count);
  }

  @ParameterizedTest
  @EnumSource
  void startsWithOneReference(LeakMode mode) {
    Buffer buffer = new Buffer(checker(mode));

    assertThat(buffer.refCount()).isEqualTo(1);
    assertThat(buffer.destroyed()).isZero();
    buffer.release();
  }

  @ParameterizedTest
  @EnumSource
  void everyRetainNeedsARelease(LeakMode mode) {
    Buffer buffer = new Buffer(checker(mode));

    buffer.retain();
    assertThat(buffer.refCount()).isEqualTo(2);
    assertThat(buffer.tryRetain()).isTrue();
    assertThat(buffer.refCount()).isEqualTo(3);
    assertThat(buffer.release()).isFalse();
    assertThat(buffer.refCount()).isEqualTo(2);
    assertThat(buffer.release()).isFalse();
    assertThat(buffer.refCount()).isEqualTo(1);
    assertThat(buffer.destroyed()).isZero();
    assertThat(buffer.release()).isTrue();
    assertThat(buffer.refCount()).isZero();
    assertThat(buffer.destroyed()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDestroyedOneCannotBeUsed(LeakMode mode) {
    Buffer buffer = new Buffer(checker(mode));
    buffer.release();

    for (int i = 0; i < 3; i++) {
      assertThatIllegalStateException()
          .isThrownBy(buffer::retain)
          .withMessageStartingWith(
              "dev.rollcall.testing.Buffer was retained after it was destroyed");
      assertThat(buffer.tryRetain()).isFalse();
      assertThatIllegalStateException()
          .isThrownBy(buffer::release)
          .withMessageStartingWith(
              "dev.rollcall.testing.Buffer was released more often than retained");
      buffer.touch("too late");
      assertThat(buffer.refCount()).isZero();
      assertThat(buffer.destroyed()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WARN", "FAIL"})
  void theMessageTellsOfTheEnd(LeakMode mode) {
    Buffer buffer = new Buffer(checker(mode));
    buffer.release();

    String end =
        "; it ended (under )?[0-9.]+ s ago in thread \\Q"
            + Thread.currentThread().getName()
            + "\\E";
    assertThatIllegalStateException()
        .isThrownBy(buffer::retain)
        .withMessageMatching(".*was retained after it was destroyed" + end);
    assertThatIllegalStateException()
        .isThrownBy(buffer::release)
        .withMessageMatching(".*was released more often than retained" + end);
  }

  @ParameterizedTest
  @EnumSource(names = {"WARN", "FAIL"})
  void refusedUseIsCountedAsMisuse(LeakMode mode) {
    LeakChecker checker = checker(mode);
    Buffer buffer = new Buffer(checker);
    buffer.release();

    assertThatIllegalStateException().isThrownBy(buffer::retain);
    assertThatIllegalStateException().isThrownBy(buffer::release);

    assertThat(checker.check().misuses()).isEqualTo(2);
    assertThat(checker.check().headline())
        .isEqualTo("No leaks: all 1 registered resources were released; 2 misused.");
  }

  @ParameterizedTest
  @EnumSource
  void tooManyReferencesAreRefused(LeakMode mode) throws Exception {
    Buffer buffer = new Buffer(checker(mode));
    setCount(buffer, MAX_COUNT - 1);
    buffer.retain();

    String message =
        "dev.rollcall.testing.Buffer has 1073741824 references, the maximum: somebody retains it and never releases it";
    assertThatIllegalStateException().isThrownBy(buffer::retain).withMessage(message);
    assertThatIllegalStateException().isThrownBy(buffer::tryRetain).withMessage(message);

    assertThat(buffer.refCount()).isEqualTo(MAX_COUNT);
    assertThat(buffer.release()).isFalse();
    assertThat(buffer.tryRetain()).isTrue();
    assertThat(buffer.refCount()).isEqualTo(MAX_COUNT);
    setCount(buffer, 1);
    assertThat(buffer.release()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theSequenceMayWrap(LeakMode mode) throws Exception {
    Buffer buffer = new Buffer(checker(mode));
    Field word = RefCounted.class.getDeclaredField("word");
    word.setAccessible(true);
    word.setLong(buffer, (0xffff_ffffL << 32) + 1);

    buffer.retain();
    assertThat(word.getLong(buffer)).isEqualTo(2);
    assertThat(buffer.release()).isFalse();
    assertThat(word.getLong(buffer)).isEqualTo((1L << 32) + 1);
    word.setLong(buffer, (0xffff_ffffL << 32) + 1);
    assertThat(buffer.release()).isTrue();
    assertThat(buffer.refCount()).isZero();
    assertThat(buffer.destroyed()).isEqualTo(1);
  }

  @Test
  void registersAndUnregistersItself() {
    LeakChecker checker = checker(LeakMode.WARN);
    Buffer buffer = new Buffer(checker);
    assertThat(checker.isRegistered(buffer)).isTrue();

    buffer.release();

    assertThat(checker.isRegistered(buffer)).isFalse();
    LeakReport report = checker.check();
    assertThat(report.registered()).isEqualTo(1);
    assertThat(report.unregistered()).isEqualTo(1);
    assertThat(report.misuses()).isZero();
  }

  @Test
  void isUnregisteredBeforeItIsDestroyed() {
    LeakChecker checker = checker(LeakMode.FAIL);
    Buffer buffer =
        new Buffer(checker) {
          @Override
          protected void destroy() {
            assertThat(checker.isRegistered(this)).isFalse();
            super.destroy();
          }
        };

    buffer.release();
    assertThat(buffer.destroyed()).isEqualTo(1);
  }

  @Test
  void aForgottenRegistrationIsSaid() {
    Buffer buffer = new Buffer(checker(LeakMode.FAIL), false);

    assertThatIllegalStateException()
        .isThrownBy(buffer::release)
        .withMessage(
            "dev.rollcall.testing.Buffer was destroyed but never registered:"
                + " its constructor must end with register()");
  }

  @Test
  void isDestroyedThoughTheCheckerThrows() {
    Buffer buffer = new Buffer(checker(LeakMode.FAIL), false);

    assertThatIllegalStateException().isThrownBy(buffer::release);

    assertThat(buffer.destroyed()).isEqualTo(1);
    assertThat(buffer.refCount()).isZero();
  }

  /** A global checker with wrong settings throws at each use. */
  @Test
  void isDestroyedThoughThereIsNoCheckerWhileRecording() throws Exception {
    checker(LeakMode.WARN);
    Buffer buffer =
        new Buffer(LeakChecker.builder().mode(LeakMode.OFF).build(), false) {
          @Override
          protected LeakChecker leakChecker() {
            throw new IllegalArgumentException("no checker");
          }
        };

    Recorded.during(
        () ->
            assertThatThrownBy(buffer::release)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no checker"));

    assertThat(buffer.destroyed()).isEqualTo(1);
  }

  /** The thread that gave up the last reference is faster than one that gave up an earlier one. */
  @Test
  void aReleaseThatIsOvertakenIsRecorded() throws Exception {
    LeakChecker checker = checker(LeakMode.WARN);
    CountDownLatch stepTaken = new CountDownLatch(1);
    CountDownLatch unregistered = new CountDownLatch(1);
    Buffer buffer =
        new Buffer(checker) {
          @Override
          protected LeakChecker leakChecker() {
            if (Thread.currentThread().getName().equals("overtaken") && refCount() == 1) {
              stepTaken.countDown();
              awaitUninterruptibly(unregistered);
            }
            return super.leakChecker();
          }
        };
    Recorded recorded =
        Recorded.during(
            () -> {
              buffer.retain();
              Thread overtaken = new Thread(buffer::release, "overtaken");
              overtaken.start();
              awaitUninterruptibly(stepTaken);
              buffer.release();
              unregistered.countDown();
              overtaken.join();
            });

    RecordedEvent release = recorded.all("rollcall.Release").get(0);
    assertThat(release.getInt("sequence") + ":" + release.getLong("refCount")).isEqualTo("2:1");
    RecordedEvent end = recorded.all("rollcall.Unregister").get(0);
    assertThat(end.getInt("sequence") + ":" + end.getBoolean("lastRelease")).isEqualTo("3:true");
    assertThat(recorded.all("rollcall.Release")).hasSize(1);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatDestroyThrowsReachesTheReleaser() {
    LeakChecker checker = checker(LeakMode.WARN);
    Buffer buffer =
        new Buffer(checker) {
          @Override
          protected void destroy() {
            throw new UnsupportedOperationException("in destroy");
          }
        };

    assertThatThrownBy(buffer::release).hasMessage("in destroy");

    assertThat(buffer.refCount()).isZero();
    assertThat(checker.isRegistered(buffer)).isFalse();
  }

  @Test
  void isWatchedByTheGlobalCheckerUnlessOverridden() {
    RefCounted plain =
        new RefCounted() {
          @Override
          protected void destroy() {}
        };

    assertThat(plain.leakChecker()).isSameAs(LeakChecker.global());
  }
}
