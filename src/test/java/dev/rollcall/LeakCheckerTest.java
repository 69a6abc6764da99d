package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public API, at checkers of their own. */
class LeakCheckerTest {
  private final LeakChecker checker = LeakChecker.builder().build();

  @Test
  void whatIsRegisteredAndNotUnregisteredHasLeaked() {
    List<Object> opened = Program.open(checker, 3, "a description");
    checker.unregister(opened.get(1));

    LeakReport report = checker.check();
    assertThat(report.isClean()).isFalse();
    assertThat(report.registered()).isEqualTo(3);
    assertThat(report.unregistered()).isEqualTo(1);
    assertThat(report.leaked()).isEqualTo(2);
    assertThat(report.ignored()).isZero();
    assertThat(report.sitesKnown()).isEqualTo(2);
    LeakGroup group = report.groups().get(0);
    assertThat(group.type()).isEqualTo("dev.rollcall.testing.Program$Opened");
    assertThat(group.count()).isEqualTo(2);
    assertThat(group.held()).isEqualTo(2);
    assertThat(group.site().get(0).getMethodName()).isEqualTo("open");
    assertThat(group.site().get(1).getMethodName())
        .isEqualTo("whatIsRegisteredAndNotUnregisteredHasLeaked");
    assertThat(group.examples())
        .hasSize(2)
        .allSatisfy(
            leak -> {
              assertThat(leak.description()).isEqualTo("a description");
              assertThat(leak.registeredBy()).isEqualTo(Thread.currentThread().getName());
              assertThat(leak.state()).isEqualTo(Leak.State.HELD);
              assertThat(leak.refCount()).isEqualTo(-1);
            });
  }

  @Test
  void aCheckMayBeRepeatedAndChangesNothing() {
    List<Object> opened = Program.open(checker, 2);
    LeakReport first = checker.check();
    LeakReport second = checker.check();

    assertThat(second.checkId()).isGreaterThan(first.checkId());
    assertThat(second.leaked()).isEqualTo(first.leaked());
    assertThat(second.groups().get(0).fingerprint()).isEqualTo(first.groups().get(0).fingerprint());
    opened.forEach(checker::unregister);
    assertThat(checker.check().isClean()).isTrue();
  }

  @Test
  void groupsAreOrderedBySizeAndThenByFingerprint() {
    List<Object> held = new ArrayList<>(Program.openElsewhere(checker, 1));
    held.addAll(Program.open(checker, 3));
    Buffer buffer = new Buffer(checker);

    List<LeakGroup> groups = checker.check().groups();
    assertThat(groups).extracting(LeakGroup::count).containsExactly(3L, 1L, 1L);
    assertThat(groups.get(1).fingerprint()).isLessThan(groups.get(2).fingerprint());
    for (int i = 0; i < 5; i++) {
      assertThat(checker.check().groups())
          .extracting(LeakGroup::fingerprint)
          .containsExactlyElementsOf(groups.stream().map(LeakGroup::fingerprint).toList());
    }
    buffer.release();
    held.forEach(checker::unregister);
  }

  @Test
  void theExamplesAreTheOldestFive() {
    List<Object> held = Program.open(checker, 20);

    List<Leak> examples = checker.check().groups().get(0).examples();
    assertThat(examples).hasSize(5).extracting(Leak::resourceId).isSorted();
    checker.unregister(held.get(0));
    assertThat(checker.check().groups().get(0).examples().get(0).resourceId())
        .isEqualTo(examples.get(0).resourceId() + 1);
    held.subList(1, 20).forEach(checker::unregister);
  }

  @Test
  void aReportIsImmutable() {
    List<LeakGroup> groups = new ArrayList<>();
    LeakReport copy = new LeakReport(0, 0, Instant.EPOCH, 0, 0, 0, 0, 0, 0, groups, List.of());
    List<Object> held = Program.open(checker, 1);
    LeakReport report = checker.check();
    groups.add(report.groups().get(0));

    assertThat(copy.groups()).isEmpty();
    assertThatThrownBy(() -> report.groups().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> report.groups().get(0).site().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> report.groups().get(0).examples().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    held.forEach(checker::unregister);
    assertThat(report.leaked()).isEqualTo(1);
  }

  @Test
  void orThrow() {
    List<Object> held = Program.open(checker, 1);
    LeakReport report = checker.check();

    assertThatExceptionOfType(LeakError.class)
        .isThrownBy(report::orThrow)
        .withMessage(report.toString())
        .satisfies(error -> assertThat(error.report()).isSameAs(report));
    held.forEach(checker::unregister);
    LeakReport clean = checker.check();
    assertThat(clean.orThrow()).isSameAs(clean);
  }

  @Test
  void theRefCountsOfAGroupAreARange() {
    List<Buffer> buffers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Buffer buffer = new Buffer(checker);
      buffers.add(buffer);
      for (int j = 0; j < i; j++) {
        buffer.retain();
      }
    }

    LeakGroup group = checker.check().groups().get(0);
    assertThat(group.minRefCount()).isEqualTo(1);
    assertThat(group.maxRefCount()).isEqualTo(3);
    assertThat(buffers).hasSize(3);
  }

  @Test
  void theIgnoredAreNoLeaksAndAreCounted() {
    List<Object> held = Program.open(checker, 3);
    checker.ignore(held.get(0));
    checker.ignore(held.get(1));
    checker.ignore("never registered");

    LeakReport report = checker.check();
    assertThat(report.leaked()).isEqualTo(1);
    assertThat(report.ignored()).isEqualTo(2);
    assertThat(report.headline())
        .isEqualTo("LEAK: 1 of 3 registered resources was never released, in 1 group; 2 ignored.");
    checker.unregister(held.get(2));
    assertThat(checker.check().isClean()).isTrue();
    checker.unregister(held.get(0));
    assertThat(checker.check().ignored()).isEqualTo(1);
  }

  @Test
  void typesCanBeIgnored() {
    LeakChecker lenient = LeakChecker.builder().ignore("*.Program$Opened").build();
    List<Object> held = Program.open(lenient, 3);

    assertThat(lenient.check().isClean()).isTrue();
    assertThat(lenient.check().ignored()).isEqualTo(3);
    assertThat(held).hasSize(3);
  }

  @Test
  void checkersKnowNothingOfEachOther() {
    LeakChecker other = LeakChecker.builder().build();
    Object resource = new Object();
    checker.register(resource);

    assertThat(other.isRegistered(resource)).isFalse();
    other.register(resource);
    other.unregister(resource);
    assertThat(checker.isRegistered(resource)).isTrue();
    assertThat(other.check().isClean()).isTrue();
    assertThat(other.check().checkerId()).isNotEqualTo(checker.check().checkerId());
    checker.unregister(resource);
  }

  @Test
  void idsAreSerialNumbersOfTheProcess() {
    LeakChecker other = LeakChecker.builder().build();
    List<Object> mine = Program.open(checker, 1);
    List<Object> theirs = Program.open(other, 1);

    long first = checker.check().groups().get(0).examples().get(0).resourceId();
    assertThat(other.check().groups().get(0).examples().get(0).resourceId()).isEqualTo(first + 1);
    mine.forEach(checker::unregister);
    theirs.forEach(other::unregister);
  }

  @Test
  void registeringAnewIsANewRegistration() {
    Object resource = new Object();
    checker.register(resource);
    long first = checker.check().groups().get(0).examples().get(0).resourceId();
    checker.unregister(resource);
    checker.register(resource);

    assertThat(checker.check().groups().get(0).examples().get(0).resourceId()).isGreaterThan(first);
    assertThat(checker.check().misuses()).isZero();
    checker.unregister(resource);
  }

  @Test
  void failRefusesMisuse() {
    LeakChecker strict = LeakChecker.builder().mode(LeakMode.FAIL).build();
    Object resource = new Object();
    strict.register(resource);

    assertThatIllegalStateException().isThrownBy(() -> strict.register(resource));
    assertThatIllegalStateException().isThrownBy(() -> strict.released(resource, -1));
    strict.unregister(resource);
    assertThatIllegalStateException().isThrownBy(() -> strict.unregister(resource));
    assertThatIllegalStateException().isThrownBy(() -> strict.retained(resource, 1));
    assertThatIllegalStateException().isThrownBy(() -> strict.released(resource, -1));
    strict.released(resource, 1); // Overtaken by the thread that unregistered: no misuse.
    strict.touch(resource, "allowed");
    assertThat(strict.check().misuses()).isEqualTo(5);
    assertThat(strict.check().registered()).isEqualTo(1);
  }

  /** {@code close} may be called again, and by several threads at once. */
  @ParameterizedTest
  @EnumSource(names = {"WARN", "FAIL"})
  void oneOfManyEndsIsTheEnd(LeakMode mode) {
    LeakChecker some = LeakChecker.builder().mode(mode).build();
    Object resource = new Object();
    some.register(resource);

    assertThat(some.tryUnregister(resource)).isTrue();
    assertThat(some.tryUnregister(resource)).isFalse();
    assertThat(some.tryUnregister("never registered")).isFalse();

    LeakReport report = some.check();
    assertThat(report.isClean()).isTrue();
    assertThat(report.unregistered()).isEqualTo(1);
    assertThat(report.misuses()).isZero();
  }

  @Test
  void warnGoesOn() {
    Object resource = new Object();
    checker.register(resource);
    checker.register(resource);
    checker.unregister(resource);
    checker.unregister(resource);

    LeakReport report = checker.check();
    assertThat(report.registered()).isEqualTo(1);
    assertThat(report.unregistered()).isEqualTo(1);
    assertThat(report.misuses()).isEqualTo(2);
  }

  @Test
  void offDoesNothing() throws Exception {
    LeakChecker off = LeakChecker.builder().mode(LeakMode.OFF).build();
    Object resource = new Object();
    off.register(resource);
    off.unregister("never registered");
    assertThat(off.tryUnregister(resource)).isFalse();

    assertThat(off.isRegistered(resource)).isFalse();
    assertThat(off.awaitQuiescence(Duration.ofDays(1))).isTrue();
    assertThat(off.check().isClean()).isTrue();
    assertThat(off.finalCheck().registered()).isZero();
    assertThat(off.mode()).isEqualTo(LeakMode.OFF);
  }

  @ParameterizedTest
  @EnumSource(names = {"WARN", "FAIL"})
  @SuppressWarnings("NullAway") // on purpose
  void nullIsRefused(LeakMode mode) {
    LeakChecker any = LeakChecker.builder().mode(mode).build();

    assertThatNullPointerException().isThrownBy(() -> any.register(null));
    assertThatNullPointerException().isThrownBy(() -> any.unregister(null));
    assertThatNullPointerException().isThrownBy(() -> any.tryUnregister(null));
    assertThatNullPointerException().isThrownBy(() -> any.isRegistered(null));
    assertThatNullPointerException().isThrownBy(() -> any.ignore(null));
    assertThat(any.check().misuses()).isZero();
  }

  @Test
  void awaitQuiescenceWaitsForTheLastOne() throws Exception {
    List<Object> held = Program.open(checker, 3);
    checker.ignore(held.get(2));
    CountDownLatch waiting = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> quiet =
          pool.submit(
              () -> {
                waiting.countDown();
                return checker.awaitQuiescence(Duration.ofSeconds(30));
              });
      assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
      checker.unregister(held.get(0));
      assertThat(quiet.isDone()).isFalse();
      checker.unregister(held.get(1));
      assertThat(quiet.get(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void awaitQuiescenceGivesUp() throws Exception {
    List<Object> held = Program.open(checker, 1);
    long start = System.nanoTime();

    assertThat(checker.awaitQuiescence(Duration.ofMillis(120))).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(120_000_000L);
    assertThat(checker.awaitQuiescence(Duration.ZERO)).isFalse();
    held.forEach(checker::unregister);
    assertThat(checker.awaitQuiescence(Duration.ZERO)).isTrue();
  }

  /** For ever, as {@code ChronoUnit.FOREVER} has it. */
  @Test
  void awaitQuiescenceMayWaitForEver() throws Exception {
    List<Object> held = Program.open(checker, 1);
    FutureTask<Boolean> quiet =
        new FutureTask<>(() -> checker.awaitQuiescence(Duration.ofSeconds(Long.MAX_VALUE)));
    Thread waiter = new Thread(quiet, "waiter");
    waiter.start();
    while (waiter.getState() != Thread.State.TIMED_WAITING && !quiet.isDone()) {
      Thread.onSpinWait();
    }
    held.forEach(checker::unregister);

    assertThat(quiet.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void awaitQuiescenceCanBeInterrupted() throws Exception {
    List<Object> held = Program.open(checker, 1);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> checker.awaitQuiescence(Duration.ofSeconds(30)));
    held.forEach(checker::unregister);
  }

  @Test
  void theFirstFinalCheckStands() {
    List<Object> held = Program.open(checker, 1);
    LeakReport report = checker.finalCheck();
    held.forEach(checker::unregister);

    assertThat(report.leaked()).isEqualTo(1);
    assertThat(checker.finalCheck()).isSameAs(report);
    assertThat(checker.check().isClean()).isTrue();
  }

  @Test
  void oneOfManyFinalChecksIsMade() throws Exception {
    List<Object> held = Program.open(checker, 1);
    int before = checker.check().checkId();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<LeakReport>> reports = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        reports.add(pool.submit(checker::finalCheck));
      }
      for (Future<LeakReport> report : reports) {
        assertThat(report.get()).isSameAs(reports.get(0).get());
      }
    } finally {
      pool.shutdown();
    }
    assertThat(checker.check().checkId()).isEqualTo(before + 2);
    held.forEach(checker::unregister);
  }
}
