package dev.rollcall;

import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.testing.Buffer;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes each call of a life while there is no memory: one that throws must have changed nothing,
 * any other all that it should. Prints how many threw of each call, then what was wrong.
 */
final class MemoryProgram {
  private static final int TIMES = 8;

  private static final ActiveChecker CHECKER = (ActiveChecker) LeakChecker.builder().build();

  /** A call, and whether the resource is registered, and how often referred to, after it. */
  private record Call(
      Consumer<Buffer> itself, boolean registers, boolean isRegistered, int count) {}

  private MemoryProgram() {}

  /** All that is left, in ever smaller pieces. */
  private static Object[] fill() {
    Object[] all = new Object[1 << 16];
    int used = 0;
    for (int size = 1 << 20; size >= 1; size >>= 1) {
      try {
        while (used < all.length) {
          all[used] = new Object[size];
          used++;
        }
      } catch (OutOfMemoryError e) {
        // The next smaller size.
      }
    }
    return all;
  }

  /** Makes a call of each; until this returns, memory is full. */
  private static void call(Call call, Buffer[] buffers, boolean[] threw, boolean full) {
    Object[] memory = full ? fill() : new Object[1];
    try {
      for (int i = 0; i < TIMES; i++) {
        threw[i] = throwsFor(call, buffers[i]);
      }
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  private static boolean throwsFor(Call call, Buffer buffer) {
    try {
      call.itself.accept(buffer);
      return false;
    } catch (OutOfMemoryError e) {
      return true;
    }
  }

  private static String make(Call call, List<String> wrong, String name, boolean full) {
    Buffer[] buffers = new Buffer[TIMES];
    boolean[] threw = new boolean[TIMES];
    for (int i = 0; i < TIMES; i++) {
      buffers[i] = new Buffer(CHECKER, !call.registers);
    }
    long live = CHECKER.state.live.all().size();
    call(call, buffers, threw, full);
    int thrown = 0;
    for (int i = 0; i < TIMES; i++) {
      boolean expected = threw[i] ? !call.registers : call.isRegistered;
      int count = threw[i] ? 1 : call.count;
      thrown += threw[i] ? 1 : 0;
      if (CHECKER.isRegistered(buffers[i]) != expected || buffers[i].refCount() != count) {
        wrong.add(name + (threw[i] ? " threw and did something" : " did not do it all"));
      }
      boolean unused = CHECKER.tryUnregister(buffers[i]);
    }
    long registered = CHECKER.state.types.registered();
    long unregistered = CHECKER.state.types.unregistered();
    if (registered != unregistered || CHECKER.state.live.all().size() != 0) {
      wrong.add(name + ": of " + live + ", " + registered + " - " + unregistered);
    }
    return name + " " + thrown;
  }

  /** Makes all calls. */
  public static void main(String[] arguments) {
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("register", new Call(CHECKER::register, true, true, 1));
    calls.put("unregister", new Call(CHECKER::unregister, false, false, 1));
    calls.put("tryUnregister", new Call(CHECKER::tryUnregister, false, false, 1));
    calls.put("retain", new Call(RefCounted::retain, false, true, 2));
    calls.put("release", new Call(RefCounted::release, false, false, 0));
    List<String> wrong = new ArrayList<>();
    List<String> thrown = new ArrayList<>();
    calls.forEach(
        (name, call) -> {
          make(call, wrong, name, false); // once, so that all classes are there
        });
    calls.forEach((name, call) -> thrown.add(make(call, wrong, name, true)));
    thrown.forEach(System.out::println);
    wrong.stream().distinct().forEach(System.out::println);
    System.out.println("wrong: " + wrong.size());
  }
}
