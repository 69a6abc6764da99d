package depot;

import dev.rollcall.LeakChecker;

/** What a route costs, as long as it is remembered. */
final class Rate implements AutoCloseable {
  private final int cents;

  Rate(int cents) {
    this.cents = cents;
    LeakChecker.global().register(this);
  }

  int cents() {
    return cents;
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
  }
}
