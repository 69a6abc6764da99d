package dev.rollcall.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table against a plain model, with hashes that collide, wrap around and leave gaps. */
class StripeTest {
  private final TypeCount type = Entries.type();
  private final Stripe stripe = new Stripe();
  private final IdentityHashMap<Object, Entry> model = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Integer> hashes = new IdentityHashMap<>();
  private final List<Object> resources = new ArrayList<>();

  @ParameterizedTest(name = "{0} distinct hashes")
  @ValueSource(ints = {1, 3, 17, 1_000, Integer.MAX_VALUE})
  void holdsWhatTheModelHolds(int distinctHashes) {
    Random random = new Random(distinctHashes);
    for (int i = 0; i < 500; i++) {
      Object resource = new Object();
      resources.add(resource);
      hashes.put(resource, spread(random.nextInt(distinctHashes)));
    }
    for (int i = 0; i < 20_000; i++) {
      // Waves, so that the table fills up and runs empty.
      boolean filling = (i / 2_000) % 2 == 0;
      step(resources.get(random.nextInt(resources.size())), random.nextInt(4) == 0 ^ filling, i);
    }
    List<Entry> all = new ArrayList<>();
    stripe.addTo(all);
    assertThat(all).containsExactlyInAnyOrderElementsOf(model.values());
  }

  /** Wherever the table moves it. */
  @Test
  void eachEntryIsLookedAtUntilItIsDone() {
    Random random = new Random(7);
    Set<Entry> due = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 20_000; i++) {
      Object resource = resource(random, i);
      Entry before = model.get(resource);
      step(resource, random.nextBoolean(), i);
      Entry after = model.get(resource);
      if (before != after) {
        due.remove(before);
        if (after != null) {
          due.add(after);
        }
      }
      if (random.nextInt(50) == 0) {
        List<Entry> looked = new ArrayList<>();
        stripe.look(
            entry -> {
              looked.add(entry);
              return entry.id % 3 == 0;
            });
        assertThat(looked).containsExactlyInAnyOrderElementsOf(due);
        due.removeIf(entry -> entry.id % 3 == 0);
      }
    }
  }

  /** One of up to 500, of which half share a hash. */
  private Object resource(Random random, int i) {
    if (resources.size() < 500) {
      Object resource = new Object();
      resources.add(resource);
      hashes.put(resource, random.nextBoolean() ? 0 : spread(i) & ~63);
    }
    return resources.get(random.nextInt(resources.size()));
  }

  @Test
  void keepsTheEntryOfACollectedResource() {
    Object resource = new Object();
    Entry entry = new Entry(resource, 1, type, null);
    stripe.putIfAbsent(resource, 7, entry);
    entry.clear();
    List<Entry> all = new ArrayList<>();
    stripe.addTo(all);
    assertThat(all).containsExactly(entry);
    assertThat(stripe.get(new Object(), 7)).isNull();
  }

  /** Threads that come to the same few resources: what one adds, one removes, or it is left. */
  @Test
  void manyThreadsAddAndRemoveAsManyAsAreLeft() throws Exception {
    int threads = 4;
    for (int i = 0; i < 40; i++) {
      resources.add(new Object());
    }
    LongAdder more = new LongAdder();
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> all = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      Random random = new Random(thread);
      all.add(
          executor.submit(
              () -> {
                together.await();
                for (int i = 0; i < 1_000_000; i++) {
                  Object resource = resources.get(random.nextInt(resources.size()));
                  int hash = System.identityHashCode(resource) << 8;
                  if (random.nextBoolean()) {
                    Entry entry = new Entry(resource, i, type, null);
                    more.add(stripe.putIfAbsent(resource, hash, entry) == null ? 1 : 0);
                  } else {
                    more.add(stripe.remove(resource, hash) == null ? 0 : -1);
                  }
                }
                return null;
              }));
    }
    executor.shutdown();
    for (Future<?> thread : all) {
      thread.get();
    }

    List<Entry> left = new ArrayList<>();
    stripe.addTo(left);
    assertThat(left).extracting(Entry::get).doesNotHaveDuplicates();
    assertThat(more.sum()).isEqualTo(left.size());
  }

  private void step(Object resource, boolean add, int id) {
    int hash = hashes.getOrDefault(resource, 0);
    if (add) {
      Entry entry = new Entry(resource, id, type, null);
      assertThat(stripe.putIfAbsent(resource, hash, entry)).isSameAs(model.get(resource));
      model.putIfAbsent(resource, entry);
    } else {
      assertThat(stripe.remove(resource, hash)).isSameAs(model.remove(resource));
    }
    assertThat(stripe.get(resource, hash)).isSameAs(model.get(resource));
  }

  /** Near the largest hash too, so that runs wrap around the end of the table. */
  private static int spread(int value) {
    return value % 2 == 0 ? value * 0x9E3779B9 : -1 - value;
  }
}
