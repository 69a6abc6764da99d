package dev.rollcall.internal.exit;

import static java.util.Objects.requireNonNull;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.live.CoarseClock;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program that leaks three resources of eight, one of which is ignored, and uses up its heap or
 * its metaspace to the last byte. Arguments: {@code heap}, {@code metaspace} or {@code nothing},
 * and how it goes on: it dies of it ({@code throw}); it lives on until the watching thread has
 * found no memory for a while, and exits ({@code exit}), or uses up what that thread has given back
 * and dies of it ({@code again}), or frees its memory and sees whether that thread is still at work
 * ({@code recover}).
 */
final class SpentProgram {
  private static final List<Object> KEPT = new ArrayList<>(100_000);
  private static @Nullable Object chain;

  private SpentProgram() {}

  /** The smallest class there is; loaded when the program is at its end. */
  interface Small {}

  public static void main(String[] args) throws Exception {
    leak(LeakChecker.global());
    Rehearsal.await();
    Provision provision = requireNonNull(ExitCheck.provision());
    Runnable end = end(args[1], provision);
    try {
      switch (args[0]) {
        case "heap" -> heap();
        case "metaspace" -> metaspace();
        default -> System.out.println("the end: " + Small.class);
      }
    } catch (OutOfMemoryError spent) {
      end.run();
      if (chain == null) {
        return;
      }
      throw spent;
    }
  }

  private static void leak(LeakChecker checker) {
    for (int i = 0; i < 8; i++) {
      Object resource = i % 2 == 0 ? new Object() : new BitSet();
      checker.register(resource, "number " + i);
      KEPT.add(resource);
      if (i == 3) {
        checker.ignore(resource);
      } else if (i > 3) {
        checker.unregister(resource);
      }
    }
  }

  /** Made beforehand: what is done without memory must not ask for any. */
  private static Runnable end(String how, Provision provision) {
    boolean exits = how.equals("exit");
    boolean recovers = how.equals("recover");
    boolean goesOn = how.equals("again");
    LockSupport.parkNanos(1);
    return () -> {
      while ((exits || recovers || goesOn) && provision.hasMemory()) {
        refill();
        LockSupport.parkNanos(1_000_000);
      }
      if (exits) {
        System.exit(3);
      }
      if (goesOn) {
        heap();
      }
      if (recovers) {
        chain = null;
        System.gc(); // a program that asks for no more would never have it found
        int time = CoarseClock.now();
        while (CoarseClock.now() == time || !provision.hasMemory()) {
          LockSupport.parkNanos(1_000_000);
        }
        System.out.println("recovered");
      }
    };
  }

  /** Fills the heap with arrays that become smaller and smaller. */
  private static void heap() {
    int size = 1 << 20;
    while (true) {
      try {
        chain = new Object[] {chain, new byte[size]};
      } catch (OutOfMemoryError spent) {
        if (size == 8) {
          throw spent;
        }
        size /= 2;
      }
    }
  }

  /** Takes what the collector has found since, or the other threads could live on that. */
  private static void refill() {
    try {
      heap();
    } catch (OutOfMemoryError spent) {
      // as before
    }
  }

  private static void metaspace() throws IOException, IllegalAccessException {
    chain = KEPT;
    try {
      define("SpentProgram.class");
    } catch (OutOfMemoryError gone) {
      define("SpentProgram$Small.class");
    }
  }

  private static void define(String file) throws IOException, IllegalAccessException {
    byte[] bytes;
    try (InputStream in = requireNonNull(SpentProgram.class.getResourceAsStream(file))) {
      bytes = in.readAllBytes();
    }
    while (true) {
      KEPT.add(
          MethodHandles.lookup().defineHiddenClass(bytes, false, ClassOption.STRONG).lookupClass());
    }
  }
}
