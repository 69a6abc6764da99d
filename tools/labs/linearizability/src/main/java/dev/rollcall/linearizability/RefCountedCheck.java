package dev.rollcall.linearizability;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.TypeCount;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link RefCounted}, at a checker that refuses misuse. */
public final class RefCountedCheck extends CountedOperations {
  private final ActiveChecker checker = Checkers.fresh();

  /** The type is known before: its name is a matter of regular expressions, and those are long. */
  public RefCountedCheck() {
    TypeCount unused = checker.state.types.get(Resource.class);
  }

  @Override
  Counted make() {
    return new Resource(checker);
  }

  private static final class Resource extends RefCounted implements Counted {
    private final LeakChecker checker;
    private final AtomicInteger destroyed = new AtomicInteger();

    Resource(LeakChecker checker) {
      this.checker = checker;
      register();
    }

    @Override
    protected LeakChecker leakChecker() {
      return checker;
    }

    @Override
    protected void destroy() {
      destroyed.incrementAndGet();
    }

    @Override
    public int destroyed() {
      return destroyed.get();
    }

    @Override
    public boolean isRegistered() {
      return checker.isRegistered(this);
    }
  }
}
