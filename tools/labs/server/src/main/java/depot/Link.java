package depot;

import dev.rollcall.LeakChecker;

/** A line to another depot, which is held as long as the server runs. */
final class Link implements AutoCloseable {
  Link(int number) {
    LeakChecker.global().register(this, "line " + number);
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
  }
}
