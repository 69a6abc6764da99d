package dev.rollcall.linearizability;

/** A checker of numbered resources. */
public interface Lives {
  /**
   * Registers a resource.
   *
   * @throws IllegalStateException if it is registered
   */
  void register(int resource);

  /**
   * Unregisters a resource.
   *
   * @throws IllegalStateException if it is not registered
   */
  void unregister(int resource);

  /** Unregisters a resource if it is registered; whether it was. */
  boolean tryUnregister(int resource);

  /** Whether a resource is registered. */
  boolean isRegistered(int resource);

  /** How many have been registered. */
  long registered();

  /** How many have been unregistered. */
  long unregistered();
}
