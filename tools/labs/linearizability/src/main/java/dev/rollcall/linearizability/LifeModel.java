package dev.rollcall.linearizability;

/** {@link LifeOperations}, one after the other. */
public final class LifeModel {
  private final boolean[] registered = new boolean[LifeOperations.RESOURCES];

  /** As the operation. */
  public int register(int resource) {
    if (registered[resource]) {
      return -1;
    }
    registered[resource] = true;
    return 1;
  }

  /** As the operation. */
  public int unregister(int resource) {
    return tryUnregister(resource) ? 1 : -1;
  }

  /** As the operation. */
  public boolean tryUnregister(int resource) {
    boolean was = registered[resource];
    registered[resource] = false;
    return was;
  }

  /** As the operation. */
  public boolean isRegistered(int resource) {
    return registered[resource];
  }
}
