package depot;

import dev.rollcall.LeakChecker;

/** The right to change what is on a shelf. */
final class Lease implements AutoCloseable {
  private final String shelf;

  Lease(String shelf) {
    this.shelf = shelf;
    LeakChecker.global().register(this, shelf);
  }

  String shelf() {
    return shelf;
  }

  void touch(String note) {
    LeakChecker.global().touch(this, note);
  }

  @Override
  public void close() {
    LeakChecker.global().unregister(this);
  }
}
