package dev.rollcall.samples;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.LeakChecked;
import org.junit.jupiter.api.Test;

/** What a whole run leaves. */
public final class RunSamples {
  private RunSamples() {}

  /** Leaks where nobody checks. */
  public static class Unchecked {
    @Test
    void leaks() {
      new Frame();
    }
  }

  /** Leaks something else where nobody checks. */
  public static class UncheckedToo {
    @Test
    void leaks() {
      new Frame.Cached();
    }
  }

  /** Leaks, and fails for it. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Checked {
    @Test
    void leaks() {
      new Frame();
    }
  }

  /** Is checked, and registers nothing. */
  @LeakChecked
  public static class Nothing {
    @Test
    void test() {}
  }

  /** Is checked, and registers something with a checker of its own only. */
  @LeakChecked
  public static class OfItsOwn {
    @Test
    void test(LeakChecker checker) {
      new Frame(checker).release();
    }
  }

  /** Leaves to a shutdown hook what it registers. */
  public static class ReleasedAtExit {
    @Test
    void test() {
      Frame frame = new Frame();
      Runtime.getRuntime().addShutdownHook(new Thread(frame::release));
    }
  }
}
