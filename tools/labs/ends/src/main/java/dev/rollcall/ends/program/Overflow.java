package dev.rollcall.ends.program;

import dev.rollcall.LeakChecker;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets the stack run out inside a call, at one depth of it after the other. Whatever became of the
 * call, the program then does what is left to do, so that nothing of this leaks.
 *
 * @param make makes the resource, with stack to spare
 * @param call the call that has too little of it
 * @param end ends the resource, if it has not ended, with stack to spare again
 */
record Overflow<T>(Supplier<T> make, Consumer<T> call, Consumer<T> end) {
  private static final int STACK = 512 * 1024;

  /** How many frames the depths are apart; runs begin at different ones. */
  private static final int STEP = 2;

  /** So many depths in a row at which the call has all the stack it needs end the search. */
  private static final int ENOUGH = 20;

  static Overflow<?> of(String call) {
    LeakChecker checker = LeakChecker.global();
    return switch (call) {
      case "register" ->
          new Overflow<>(
              Object::new, checker::register, resource -> checker.tryUnregister(resource));
      case "unregister" ->
          new Overflow<>(
              Released::new, checker::unregister, resource -> checker.tryUnregister(resource));
      case "retain" -> new Overflow<>(Counted::new, Counted::retain, Overflow::releaseAll);
      case "release" -> new Overflow<>(Counted::new, Counted::release, Overflow::releaseAll);
      case "touch" ->
          new Overflow<>(
              Counted::new, resource -> resource.touch("on its way"), Overflow::releaseAll);
      default -> throw new IllegalArgumentException(call);
    };
  }

  private static void releaseAll(Counted resource) {
    while (resource.refCount() > 0) {
      resource.release();
    }
  }

  void atManyDepths(int offset) throws InterruptedException {
    // Once with stack to spare, so that what overflows is the call and not the loading of classes.
    T first = make.get();
    call.accept(first);
    end.accept(first);
    Thread thread = new Thread(null, () -> search(offset % STEP), "overflowing", STACK);
    thread.start();
    thread.join();
  }

  private void search(int offset) {
    int depth = tooDeep() + offset;
    for (int fine = 0; fine < ENOUGH && depth > 0; depth -= STEP) {
      T resource = make.get();
      fine = overflows(depth, () -> call.accept(resource)) ? 0 : fine + 1;
      end.accept(resource);
    }
  }

  /** A depth at which there is no stack left for anything. */
  private static int tooDeep() {
    for (int i = 0; i < 10_000; i++) {
      dive(10, () -> {}); // until it is compiled, which changes the size of its frames
    }
    int depth = 100;
    while (!overflows(depth, () -> {})) {
      depth += 100;
    }
    return depth;
  }

  private static boolean overflows(int depth, Runnable atTheBottom) {
    try {
      dive(depth, atTheBottom);
      return false;
    } catch (StackOverflowError wanted) {
      return true;
    }
  }

  private static void dive(int depth, Runnable atTheBottom) {
    if (depth > 0) {
      dive(depth - 1, atTheBottom);
    } else {
      atTheBottom.run();
    }
  }
}
