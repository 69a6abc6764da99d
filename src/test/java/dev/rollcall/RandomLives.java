package dev.rollcall;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seeded random lives of resources: several checkers, several threads (virtual ones where the JDK
 * has them), counted and plain resources from many sites, some owned by others, handed from thread
 * to thread, some of them misused, some never released.
 */
final class RandomLives {
  private static final int STEPS = 60;

  private final List<LeakChecker> checkers = new ArrayList<>();
  private final Queue<Resource> shared = new ConcurrentLinkedQueue<>();
  private final Queue<Object> kept = new ConcurrentLinkedQueue<>();
  private final long seed;

  RandomLives(long seed) {
    this.seed = seed;
    for (int i = 0; i <= (int) (seed % 3); i++) {
      checkers.add(LeakChecker.builder().ignore("*$Immortal").build());
    }
  }

  /** Something with a checker that can be counted up and down, and ended. */
  private interface Resource {
    void retain(@Nullable Object owner);

    /** Whether that was the end. */
    boolean release(@Nullable Object owner);

    void touch(String note);
  }

  private static final class Counted extends RefCounted implements Resource {
    private final LeakChecker checker;

    Counted(LeakChecker checker, @Nullable Object owner) {
      this.checker = checker;
      register(owner);
    }

    @Override
    protected LeakChecker leakChecker() {
      return checker;
    }

    @Override
    protected void destroy() {}
  }

  private static class Plain implements Resource {
    private final LeakChecker checker;
    private long count = 1;

    Plain(LeakChecker checker, String description, @Nullable Object owner) {
      this.checker = checker;
      checker.register(this, description, owner);
    }

    @Override
    public synchronized void retain(@Nullable Object owner) {
      checker.retained(this, ++count, owner);
    }

    @Override
    public synchronized boolean release(@Nullable Object owner) {
      checker.released(this, --count, owner);
      if (count == 0) {
        checker.unregister(this);
      }
      return count <= 0;
    }

    @Override
    public void touch(String note) {
      checker.touch(this, note);
    }
  }

  private static final class Immortal extends Plain {
    Immortal(LeakChecker checker) {
      super(checker, "wanted", null);
    }
  }

  /** Lives the lives; returns the final report of each checker. */
  List<LeakReport> run() throws Exception {
    int threads = 2 + (int) (seed % 2);
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Thread> running = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Random random = new Random(seed * 31 + t);
      Runnable work =
          () -> {
            try {
              start.await();
              for (int i = 0; i < STEPS; i++) {
                step(random);
              }
            } catch (Exception | Error e) {
              synchronized (failures) {
                failures.add(e);
              }
            }
          };
      running.add(thread(work, seed % 2 == 1));
    }
    for (Thread thread : running) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw new AssertionError("seed " + seed, failures.get(0));
    }
    List<LeakReport> reports = new ArrayList<>();
    checkers.forEach(checker -> reports.add(checker.finalCheck()));
    return reports;
  }

  private void step(Random random) throws Exception {
    LeakChecker checker = checkers.get(random.nextInt(checkers.size()));
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> shared.add(create(random, checker));
      case 3 -> {
        Resource resource = shared.poll();
        if (resource != null) {
          resource.retain(owner(random));
          resource.touch("retained by " + Thread.currentThread().getName());
          shared.add(resource);
          shared.add(resource);
        }
      }
      case 4, 5, 6 -> release(shared.poll(), random, owner(random));
      case 7 -> {
        Resource resource = shared.poll();
        if (resource != null) {
          resource.touch("forgotten");
          kept.add(resource);
        }
      }
      case 8 -> {
        Object misused = new Object();
        checker.register(misused);
        if (random.nextBoolean()) {
          checker.register(misused);
        }
        checker.unregister(misused);
        if (random.nextBoolean()) {
          checker.unregister(misused);
        }
      }
      default -> {
        if (random.nextInt(4) == 0) {
          checker.check();
        }
      }
    }
  }

  /** Somebody who may be registered with the same checker, with another one, or no longer. */
  private @Nullable Object owner(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> shared.peek();
      case 1 -> kept.peek();
      default -> null;
    };
  }

  private static void release(@Nullable Resource resource, Random random, @Nullable Object owner) {
    if (resource != null && resource.release(owner) && random.nextInt(8) == 0) {
      try {
        resource.release(owner);
      } catch (IllegalStateException overReleased) {
        resource.touch("too late");
      }
    }
  }

  private Resource create(Random random, LeakChecker checker) throws Exception {
    Object owner = owner(random);
    return switch (random.nextInt(8)) {
      case 0 -> new Counted(checker, owner);
      case 1 -> new Plain(checker, "here", owner);
      case 2 -> recursive(random.nextInt(30), checker);
      case 3 -> supplied(() -> new Plain(checker, "lambda", owner));
      case 4 -> supplied(() -> new Counted(checker, owner));
      case 5 -> reflective(checker, owner);
      case 6 -> new Immortal(checker);
      default -> {
        Resource resource = new Plain(checker, "there", owner);
        kept.add(resource);
        yield resource;
      }
    };
  }

  private static Resource recursive(int depth, LeakChecker checker) {
    return depth == 0 ? new Counted(checker, null) : recursive(depth - 1, checker);
  }

  private static Resource supplied(Supplier<Resource> supplier) {
    return supplier.get();
  }

  private static Resource reflective(LeakChecker checker, @Nullable Object owner)
      throws ReflectiveOperationException {
    try {
      return Counted.class
          .getDeclaredConstructor(LeakChecker.class, Object.class)
          .newInstance(checker, owner);
    } catch (InvocationTargetException e) {
      throw new LinkageError("cannot be", e);
    }
  }

  /** A started thread, a virtual one if asked for and known to this JDK. */
  private static Thread thread(Runnable work, boolean virtual) throws Exception {
    if (virtual && Runtime.version().feature() >= 21) {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    }
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }
}
