package dev.rollcall.linearizability;

import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;

/** What threads do with a reference-counted resource. */
public abstract class CountedOperations {
  private final AtomicReference<@Nullable Counted> counted = new AtomicReference<>();

  /** Makes the resource that the threads share; it has one reference. */
  abstract Counted make();

  /**
   * The resource, made by the first operation: to the model checker an object has another identity
   * hash in an operation than in a constructor.
   */
  private Counted counted() {
    Counted present = counted.get();
    if (present == null) {
      synchronized (this) {
        present = counted.get();
        if (present == null) {
          present = make();
          counted.set(present);
        }
      }
    }
    return present;
  }

  /** 1 if a reference was added, -1 if that was refused. */
  @Operation
  public int retain() {
    try {
      counted().retain();
      return 1;
    } catch (IllegalStateException refused) {
      return -1;
    }
  }

  /** Whether a reference was added. */
  @Operation
  public boolean tryRetain() {
    return counted().tryRetain();
  }

  /** 1 if the last reference was released, 0 if another, -1 if that was refused. */
  @Operation
  public int release() {
    try {
      return counted().release() ? 1 : 0;
    } catch (IllegalStateException refused) {
      return -1;
    }
  }

  /** How many references there are. */
  @Operation
  public int refCount() {
    return counted().refCount();
  }

  /** Where the last reference is gone, it was destroyed once and has left; else it is there. */
  @Validate
  public void isWhole() {
    boolean ended = counted().refCount() == 0;
    int destroyed = counted().destroyed();
    if (destroyed != (ended ? 1 : 0)) {
      throw new IllegalStateException("destroyed " + destroyed + " times, ended: " + ended);
    }
    if (counted().isRegistered() == ended) {
      throw new IllegalStateException("registered: " + counted().isRegistered());
    }
  }
}
