package dev.rollcall.internal.live;

/** The name of a thread for a report; virtual threads often have only a number. */
public final class ThreadName {
  private static final Module JDK = Thread.class.getModule();

  private ThreadName() {}

  public static String current() {
    return of(Thread.currentThread());
  }

  /**
   * That of any thread. A program's class of threads may have a number of its own, and nothing of a
   * program's is called: so only those of the JDK are asked for theirs.
   */
  @SuppressWarnings("deprecation") // threadId() is not in 17
  public static String of(Thread thread) {
    String name = thread.getName();
    if (!name.isEmpty()) {
      return name;
    }
    return JDK.equals(thread.getClass().getModule()) ? "#" + thread.getId() : "without a name";
  }
}
