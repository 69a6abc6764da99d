package handles;

import dev.rollcall.LeakChecker;

/** What must be closed. */
public final class Handle implements AutoCloseable {
  /** Opens it. */
  public Handle() {
    LeakChecker.global().register(this);
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
  }
}
