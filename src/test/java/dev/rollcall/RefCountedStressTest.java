package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads that race for the last references of many resources, chosen by a seed. */
class RefCountedStressTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 4_000;
  private static final int RESOURCES = 8;

  /** What one thread did: how often it was the last, and was refused. */
  private record Tally(int last, int refused) {}

  @ParameterizedTest
  @EnumSource
  void eachIsDestroyedOnceAndNoneComesBack(LeakMode mode) throws Exception {
    LeakChecker checker = LeakChecker.builder().mode(mode).sites(SiteMode.NEVER).build();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS / RESOURCES; round++) {
        race(checker, pool, round);
      }
    } finally {
      pool.shutdown();
      assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(checker.check().isClean()).isTrue();
  }

  private static void race(LeakChecker checker, ExecutorService pool, int seed) throws Exception {
    List<Buffer> buffers = new ArrayList<>();
    for (int i = 0; i < RESOURCES; i++) {
      buffers.add(new Buffer(checker));
    }
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<Tally>> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      SplittableRandom random = new SplittableRandom(31L * seed + thread);
      threads.add(
          pool.submit(
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return use(buffers, random);
              }));
    }
    int last = 0;
    int refused = 0;
    for (Future<Tally> thread : threads) {
      last += thread.get().last();
      refused += thread.get().refused();
    }
    assertThat(last).as("last releases, seed %d", seed).isEqualTo(RESOURCES);
    assertThat(refused).as("refused, seed %d", seed).isEqualTo((THREADS - 1) * RESOURCES);
    assertThat(buffers)
        .as("seed %d", seed)
        .allSatisfy(
            buffer -> {
              assertThat(buffer.destroyed()).isEqualTo(1);
              assertThat(buffer.refCount()).isZero();
            });
  }

  /**
   * Retains and releases in pairs, now and then; then gives up a reference that may be another's.
   * So there is one release for each retain and each thread, and one reference to begin with: all
   * but one of the threads' releases are refused, whichever they hit.
   */
  private static Tally use(List<Buffer> buffers, SplittableRandom random) {
    List<String> ends = new ArrayList<>();
    for (Buffer buffer : buffers) {
      for (int i = random.nextInt(4); i > 0; i--) {
        if (random.nextBoolean() ? buffer.tryRetain() : retain(buffer)) {
          ends.add(release(buffer));
        }
      }
      ends.add(release(buffer));
    }
    return new Tally(Collections.frequency(ends, "last"), Collections.frequency(ends, "refused"));
  }

  private static String release(Buffer buffer) {
    try {
      return buffer.release() ? "last" : "one";
    } catch (IllegalStateException destroyed) {
      return "refused";
    }
  }

  private static boolean retain(Buffer buffer) {
    try {
      buffer.retain();
      return true;
    } catch (IllegalStateException destroyed) {
      return false;
    }
  }
}
