package dev.rollcall.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Numbers from blocks that threads have for themselves, or share. */
class ResourceIdsTest {
  private static final int EACH = 20_000;

  @Test
  void noTwoAreEqualAndThoseOfAThreadAscend() throws Exception {
    int threads = 80; // more than there are lanes
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CyclicBarrier together = new CyclicBarrier(threads);
    List<Future<long[]>> taken = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      taken.add(
          executor.submit(
              () -> {
                together.await();
                long[] ids = new long[EACH];
                Arrays.setAll(ids, at -> ResourceIds.next());
                return ids;
              }));
    }
    executor.shutdown();

    long[] all = new long[threads * EACH];
    int at = 0;
    for (Future<long[]> thread : taken) {
      long[] ids = thread.get();
      assertThat(ids).isSorted();
      System.arraycopy(ids, 0, all, at, EACH);
      at += EACH;
    }
    assertThat(Arrays.stream(all).distinct().count()).isEqualTo(all.length);
    assertThat(Arrays.stream(all)).allMatch(id -> id > 0);
  }

  /** What a thread alone takes has no holes, so that one block follows the other. */
  @Test
  void aThreadThatIsAloneCountsOn() {
    long first = ResourceIds.next();
    for (int i = 1; i <= 1_000; i++) {
      assertThat(ResourceIds.next()).isEqualTo(first + i);
    }
  }

  /** Unnamed, with a number of its own, of which it does not want to speak. */
  private static final class Mute extends Thread {
    Mute(Runnable work) {
      super(work, "");
    }

    @Override
    public long getId() {
      throw new AssertionError("a thread of the program was asked");
    }
  }

  @Test
  void aThreadIsNotAsked() throws Exception {
    ActiveChecker checker = (ActiveChecker) LeakChecker.builder().sites(SiteMode.BOTH).build();
    Object resource = new Object();
    Object ended = new Object();
    List<Throwable> failures = new ArrayList<>();
    Thread thread =
        new Mute(
            () -> {
              checker.register(resource);
              checker.register(ended);
              checker.unregister(ended);
            });
    thread.setUncaughtExceptionHandler((of, failure) -> failures.add(failure));
    thread.start();
    thread.join();

    assertThat(failures).isEmpty();
    assertThat(checker.check().groups().get(0).examples().get(0).registeredBy())
        .isEqualTo("without a name");
    checker.unregister(resource);
  }
}
