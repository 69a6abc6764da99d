package dev.rollcall.linearizability;

import dev.rollcall.LeakChecker;

/** A checker that refuses misuse: the live map and the totals. */
public class CheckerLives implements Lives {
  private final LeakChecker checker = Checkers.fresh();
  private final Object[] resources = {new Object(), new Object()};

  @Override
  public void register(int resource) {
    checker.register(resources[resource]);
  }

  @Override
  public void unregister(int resource) {
    checker.unregister(resources[resource]);
  }

  @Override
  public boolean tryUnregister(int resource) {
    return checker.tryUnregister(resources[resource]);
  }

  @Override
  public boolean isRegistered(int resource) {
    return checker.isRegistered(resources[resource]);
  }

  @Override
  public long registered() {
    return checker.statistics().registered();
  }

  @Override
  public long unregistered() {
    return checker.statistics().unregistered();
  }
}
