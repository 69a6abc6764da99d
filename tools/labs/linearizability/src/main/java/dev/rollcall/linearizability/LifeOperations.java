package dev.rollcall.linearizability;

import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;

/** What threads do with the lives of two resources. */
@Param(name = "resource", gen = IntGen.class, conf = "0:1")
public abstract class LifeOperations {
  /** How many resources the operations are about: 0, 1. */
  public static final int RESOURCES = 2;

  private final Lives lives;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();

  /** The threads share one checker, which has none of the resources. */
  protected LifeOperations(Lives lives) {
    this.lives = lives;
  }

  /** 1 if it was registered, -1 if that was refused. */
  @Operation
  public int register(@Param(name = "resource") int resource) {
    try {
      lives.register(resource);
    } catch (IllegalStateException refused) {
      return -1;
    }
    begun.incrementAndGet();
    return 1;
  }

  /** 1 if it was unregistered, -1 if that was refused. */
  @Operation
  public int unregister(@Param(name = "resource") int resource) {
    try {
      lives.unregister(resource);
    } catch (IllegalStateException refused) {
      return -1;
    }
    ended.incrementAndGet();
    return 1;
  }

  /** Whether this call unregistered it. */
  @Operation
  public boolean tryUnregister(@Param(name = "resource") int resource) {
    boolean unregistered = lives.tryUnregister(resource);
    if (unregistered) {
      ended.incrementAndGet();
    }
    return unregistered;
  }

  /** Whether it is registered. */
  @Operation
  public boolean isRegistered(@Param(name = "resource") int resource) {
    return lives.isRegistered(resource);
  }

  /** When all is done, the totals are those of the calls that succeeded. */
  @Validate
  public void totalsAreExact() {
    if (lives.registered() != begun.get() || lives.unregistered() != ended.get()) {
      throw new IllegalStateException(
          "%d of %d registered, %d of %d unregistered"
              .formatted(lives.registered(), begun.get(), lives.unregistered(), ended.get()));
    }
  }
}
