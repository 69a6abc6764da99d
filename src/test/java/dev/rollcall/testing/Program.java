package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that registers resources, outside of Rollcall's own packages. */
public final class Program {
  private Program() {}

  /** What it registers. */
  public static final class Opened {}

  /** What has a method of its own for its end. */
  public static final class Handle {
    private final LeakChecker checker;

    /** A registered one. */
    public Handle(LeakChecker checker) {
      this.checker = checker;
      checker.register(this);
    }

    void close() {
      checker.unregister(this);
    }
  }

  /** Registers some resources and returns them. */
  public static List<Object> open(LeakChecker checker, int count) {
    List<Object> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Opened one = new Opened();
      opened.add(one);
      checker.register(one);
    }
    return opened;
  }

  /** Registers some resources with a description and returns them. */
  public static List<Object> open(LeakChecker checker, int count, @Nullable String description) {
    List<Object> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Opened one = new Opened();
      opened.add(one);
      checker.register(one, description);
    }
    return opened;
  }

  /** As {@link #open}, at another site. */
  public static List<Object> openElsewhere(LeakChecker checker, int count) {
    return open(checker, count);
  }

  /** Closes what may be closed once only. */
  public static void closeFirst(Handle handle) {
    handle.close();
  }

  /** As {@link #closeFirst}, at another site. */
  public static void closeAgain(Handle handle) {
    handle.close();
  }

  /** Unregisters a resource. */
  public static void close(LeakChecker checker, Object resource) {
    checker.unregister(resource);
  }

  /** As {@link #close}, at another site. */
  public static void closeElsewhere(LeakChecker checker, Object resource) {
    checker.unregister(resource);
  }
}
