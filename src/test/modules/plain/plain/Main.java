package plain;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;

/** Leaks one resource of each kind. */
public final class Main {
  private Main() {}

  private static final class Buffer extends RefCounted {
    Buffer() {
      register();
    }

    @Override
    protected void destroy() {}
  }

  /** Runs it. */
  public static void main(String[] arguments) {
    Object handle = new Object();
    LeakChecker.global().register(handle, "a handle", handle);
    new Buffer().retain(handle);
    System.out.println(LeakChecker.global().check().leaked());
  }
}
