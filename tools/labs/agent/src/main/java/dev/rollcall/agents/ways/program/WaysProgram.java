package dev.rollcall.agents.ways.program;

import dev.rollcall.agents.ways.program.Way.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Goes every way: {@code WaysProgram DIRECTORY}. Says on standard output which lines opened
 * something: the number of the way, and class, method and line; or that a way threw what it should
 * not have.
 */
public final class WaysProgram {
  /** What stands before something that was thrown. */
  public static final String THROWN = "threw ";

  private static final List<Object> KEPT = new ArrayList<>();

  private WaysProgram() {}

  public static void main(String[] args) throws Exception {
    List<Way> ways = WayList.all();
    try (World world = new World(Path.of(args[0]))) {
      for (int i = 0; i < ways.size(); i++) {
        Way way = ways.get(i);
        if (way.since() <= Runtime.version().feature()) {
          for (Variant variant : way.variants()) {
            try {
              go(i, way, variant, world);
            } catch (Throwable e) {
              System.out.println(i + " " + THROWN + e.toString().lines().findFirst().orElse(""));
              e.printStackTrace();
            }
          }
        }
      }
    }
    System.exit(0); // though pools were left running
  }

  private static void go(int number, Way way, Variant variant, World world) throws Exception {
    Place place = new Place(world, variant != Variant.FAILED);
    for (int i = 0; i < variant.times(); i++) {
      run(
          way.isVirtual(),
          () -> {
            switch (variant) {
              case LEAKED -> leaked(way, place);
              case CLOSED -> closed(way, place);
              case FAILED -> failed(way, place);
            }
          });
    }
    place.lines().forEach(line -> System.out.println(number + " " + line));
  }

  private static void leaked(Way way, Place place) throws Exception {
    KEPT.add(way.opening().open(place));
  }

  private static void closed(Way way, Place place) throws Exception {
    way.closing().close(way.opening().open(place));
  }

  private static void failed(Way way, Place place) throws Exception {
    try {
      way.opening().open(place);
    } catch (Exception expected) {
      return;
    }
    throw new AssertionError(way.title() + " does not fail");
  }

  /** What may throw. */
  private interface Task {
    void run() throws Exception;
  }

  private static void run(boolean isVirtual, Task task) throws Exception {
    if (!isVirtual) {
      task.run();
      return;
    }
    List<Throwable> thrown = new ArrayList<>();
    Thread thread =
        virtual()
            .newThread(
                () -> {
                  try {
                    task.run();
                  } catch (Throwable e) {
                    thrown.add(e);
                  }
                });
    thread.start();
    thread.join();
    if (!thrown.isEmpty()) {
      throw new AssertionError(thrown.get(0));
    }
  }

  /** By reflection: this is compiled for Java 17. */
  private static ThreadFactory virtual() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    return (ThreadFactory)
        Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
  }
}
