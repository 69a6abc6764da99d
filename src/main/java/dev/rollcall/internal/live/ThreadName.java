package dev.rollcall.internal.live;

/** The name of a thread for a report; virtual threads often have only a number. */
public final class ThreadName {
  private ThreadName() {}

  @SuppressWarnings("deprecation") // threadId() is not in 17
  public static String current() {
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    return name.isEmpty() ? "#" + thread.getId() : name;
  }
}
