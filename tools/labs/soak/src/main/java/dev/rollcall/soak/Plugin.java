package dev.rollcall.soak;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;
import java.util.function.IntConsumer;

/** Loaded by a class loader that is thrown away; begins and ends lives of types of its own. */
public final class Plugin implements IntConsumer {
  private static final class Plain {}

  private static final class Counted extends RefCounted {
    Counted() {
      register();
    }

    @Override
    protected void destroy() {}
  }

  /** For its loader. */
  public Plugin() {}

  /** Lives of both types, one after the other. */
  @Override
  public void accept(int turns) {
    for (int i = 0; i < turns; i++) {
      Plain plain = new Plain();
      LeakChecker.global().register(plain, "of a plug-in");
      Counted counted = new Counted();
      counted.retain(plain);
      counted.touch("by a plug-in");
      boolean unused = counted.release(plain);
      boolean unusedLast = counted.release();
      LeakChecker.global().unregister(plain);
    }
  }
}
