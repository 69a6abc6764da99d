package plain;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;

/** Leaks one resource of each kind. */
public final class Main {
  /** Reachable to the end: of a collected resource there is a line more, at any moment. */
  private static Object[] leaked = {};

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
    Buffer buffer = new Buffer();
    buffer.retain(handle);
    leaked = new Object[] {handle, buffer};
    System.out.println(LeakChecker.global().check().leaked());
  }
}
