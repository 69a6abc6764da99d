package dev.rollcall.linearizability;

/** {@link CountedOperations}, one after the other. */
public final class CountedModel {
  private int count = 1;

  /** As the operation. */
  public int retain() {
    return tryRetain() ? 1 : -1;
  }

  /** As the operation. */
  public boolean tryRetain() {
    if (count == 0) {
      return false;
    }
    count++;
    return true;
  }

  /** As the operation. */
  public int release() {
    if (count == 0) {
      return -1;
    }
    count--;
    return count == 0 ? 1 : 0;
  }

  /** As the operation. */
  public int refCount() {
    return count;
  }
}
