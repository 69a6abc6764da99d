package dev.rollcall.stress;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;

/** A resource at a checker that refuses misuse, and says in numbers what happened. */
final class Registered {
  private static final LeakChecker CHECKER =
      LeakChecker.builder().mode(LeakMode.FAIL).sites(SiteMode.NEVER).build();

  private final Object resource = new Object();

  /** 1 if it was registered, -1 if that was refused. */
  int register() {
    try {
      CHECKER.register(resource);
      return 1;
    } catch (IllegalStateException refused) {
      return -1;
    }
  }

  /** 1 if it was unregistered, -1 if that was refused. */
  int unregister() {
    try {
      CHECKER.unregister(resource);
      return 1;
    } catch (IllegalStateException refused) {
      return -1;
    }
  }

  /** 1 if this call unregistered it, else 0. */
  int tryUnregister() {
    return CHECKER.tryUnregister(resource) ? 1 : 0;
  }

  /** 1 if it is registered, else 0. */
  int isRegistered() {
    return CHECKER.isRegistered(resource) ? 1 : 0;
  }
}
