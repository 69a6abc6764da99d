package dev.rollcall;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * A program that leaks three resources and whose shutdown hooks release others: one at once, one
 * late, one late in a helper thread of the hook. Arguments: how it ends, how late the hooks are in
 * milliseconds, and a file for a hook of its own to dump the recording to, or {@code -}.
 */
final class ExitProgram {
  private static final List<Object> KEPT = new ArrayList<>();

  private ExitProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    LeakChecker checker = LeakChecker.global();
    for (int i = 0; i < 3; i++) {
      Object leaked = new Object();
      checker.register(leaked, "leaked");
      KEPT.add(leaked);
    }
    int late = Integer.parseInt(args[1]);
    hook("early", () -> {}, registered("released by early"));
    hook("late", () -> pause(late), registered("released by late"));
    helped(late, registered("released by helper"));
    if (!args[2].equals("-")) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> dump(Path.of(args[2]), late), "dumper"));
    }
    end(args[0]);
  }

  private static Object registered(String description) {
    Object resource = new Object();
    LeakChecker.global().register(resource, description);
    KEPT.add(resource);
    return resource;
  }

  private static void hook(String name, Runnable first, Object resource) {
    Runnable release =
        () -> {
          first.run();
          Object fleeting = new Object();
          LeakChecker.global().register(fleeting, "registered by " + name);
          LeakChecker.global().unregister(fleeting);
          LeakChecker.global().unregister(resource);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(release, name));
  }

  /** A hook that ends at once and leaves the work to another thread. */
  private static void helped(int late, Object resource) {
    Runnable release =
        () -> {
          pause(late);
          LeakChecker.global().unregister(resource);
        };
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> new Thread(release, "helper").start(), "starter"));
  }

  /**
   * What an impatient application does: it dumps the recording itself, while JFR waits for us. JFR
   * may have closed the recording by the time that it answers.
   */
  private static void dump(Path file, int late) {
    pause(late / 2);
    try {
      for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
        recording.dump(file);
        System.out.println("dumped");
      }
    } catch (IOException | IllegalStateException e) {
      System.out.println("refused: " + e);
    } finally {
      System.out.println("dumper done");
    }
  }

  private static void end(String how) throws IOException, InterruptedException {
    switch (how) {
      case "return" -> {}
      case "exit" -> System.exit(3);
      case "exit-elsewhere" -> {
        new Thread(() -> System.exit(3), "exiting").start();
        new CountDownLatch(1).await();
      }
      case "throw" -> throw new IllegalArgumentException("the end");
      case "sigterm" -> {
        String self = String.valueOf(ProcessHandle.current().pid());
        new ProcessBuilder("sh", "-c", "kill -TERM " + self).start();
        new CountDownLatch(1).await();
      }
      default -> throw new IllegalArgumentException(how);
    }
  }

  /** Work that takes its time, such as a connection that is drained. */
  private static void pause(int millis) {
    try {
      boolean unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
