package depot;

import dev.rollcall.LeakChecker;

/** Somebody who watches a parcel on its way. */
final class Session implements AutoCloseable {
  Session(String customer) {
    LeakChecker.global().register(this, customer);
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
  }
}
