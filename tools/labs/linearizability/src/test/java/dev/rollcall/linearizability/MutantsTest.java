package dev.rollcall.linearizability;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.internal.live.StripeTable;
import dev.rollcall.internal.live.UnlockedTable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;

/** The checks can fail: each finds what would be wrong of its subject. */
class MutantsTest {
  private static final Extent ENOUGH = new Extent(50, 1_000);

  /** A stripe that is read without its lock. */
  public static final class UnlockedGet extends TableOperations {
    public UnlockedGet() {
      super(new UnlockedTable());
    }
  }

  /** A stripe that is asked first and told then, with the lock let go of in between. */
  public static final class CheckThenPut extends TableOperations {
    public CheckThenPut() {
      super(
          new StripeTable() {
            @Override
            public long putIfAbsent(int resource, long id) {
              long present = get(resource);
              if (present == 0) {
                long unused = super.putIfAbsent(resource, id);
              }
              return present;
            }
          });
    }
  }

  /** A count that a release reads and writes in two steps. */
  public static final class GetAndSetRelease extends CountedOperations {
    @Override
    Counted make() {
      return new Counter() {
        @Override
        int decremented() {
          int after = count.get() - 1;
          count.set(after);
          return after;
        }
      };
    }
  }

  /** A last release that leaves the resource registered. */
  public static final class StaysRegistered extends CountedOperations {
    @Override
    Counted make() {
      return new Counter() {
        @Override
        public boolean isRegistered() {
          return true;
        }
      };
    }
  }

  /** A checker that asks and takes in two steps. */
  public static final class AskThenTake extends LifeOperations {
    public AskThenTake() {
      super(
          new SimpleLives() {
            @Override
            public boolean tryUnregister(int resource) {
              boolean was = isRegistered(resource);
              boolean unused = super.tryUnregister(resource);
              return was;
            }
          });
    }
  }

  /** Totals that lose an increment where two threads add at once. */
  public static final class LostIncrement extends LifeOperations {
    public LostIncrement() {
      super(
          new SimpleLives() {
            private volatile long registered;

            @Override
            public void register(int resource) {
              super.register(resource);
              long before = registered;
              registered = before + 1;
            }

            @Override
            public long registered() {
              return registered;
            }
          });
    }
  }

  /** A counter that is right, but for what a mutant changes. */
  private abstract static class Counter implements Counted {
    final AtomicInteger count = new AtomicInteger(1);
    private final AtomicInteger destroyed = new AtomicInteger();

    int decremented() {
      return count.decrementAndGet();
    }

    @Override
    public void retain() {
      if (!tryRetain()) {
        throw new IllegalStateException();
      }
    }

    @Override
    public boolean tryRetain() {
      return count.getAndUpdate(before -> before == 0 ? 0 : before + 1) > 0;
    }

    @Override
    public boolean release() {
      if (count.get() == 0) {
        throw new IllegalStateException();
      }
      boolean last = decremented() == 0;
      if (last) {
        destroyed.incrementAndGet();
      }
      return last;
    }

    @Override
    public int refCount() {
      return count.get();
    }

    @Override
    public int destroyed() {
      return destroyed.get();
    }

    @Override
    public boolean isRegistered() {
      return count.get() > 0;
    }
  }

  /** Lives that are right, but for what a mutant changes. */
  private static class SimpleLives implements Lives {
    private final Set<Integer> live = ConcurrentHashMap.newKeySet();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    @Override
    public void register(int resource) {
      if (!live.add(resource)) {
        throw new IllegalStateException();
      }
      begun.incrementAndGet();
    }

    @Override
    public void unregister(int resource) {
      if (!tryUnregister(resource)) {
        throw new IllegalStateException();
      }
    }

    @Override
    public boolean tryUnregister(int resource) {
      boolean was = live.remove(resource);
      if (was) {
        ended.incrementAndGet();
      }
      return was;
    }

    @Override
    public boolean isRegistered(int resource) {
      return live.contains(resource);
    }

    @Override
    public long registered() {
      return begun.get();
    }

    @Override
    public long unregistered() {
      return ended.get();
    }
  }

  @Test
  void findsAnUnlockedGet() {
    assertIsFound(UnlockedGet.class, TableModel.class, "get(");
  }

  @Test
  void findsACheckBeforeAPut() {
    assertIsFound(CheckThenPut.class, TableModel.class, "putIfAbsent(");
  }

  @Test
  void findsAReleaseInTwoSteps() {
    assertIsFound(GetAndSetRelease.class, CountedModel.class, "release(");
  }

  @Test
  void findsWhatStaysRegistered() {
    assertIsFound(StaysRegistered.class, CountedModel.class, "registered: true");
  }

  @Test
  void findsALifeThatEndsTwice() {
    assertIsFound(AskThenTake.class, LifeModel.class, "tryUnregister(");
  }

  @Test
  void findsALostIncrement() {
    assertIsFound(LostIncrement.class, LifeModel.class, " registered, ");
  }

  private static void assertIsFound(Class<?> mutant, Class<?> model, String evidence) {
    Subject subject = new Subject(mutant, model, List.of(Strategy.MODEL));
    assertThatThrownBy(() -> Strategy.MODEL.check(subject, ENOUGH))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(evidence);
  }
}
