package dev.rollcall.samples;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.LeakChecked;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that stand for several tests, and fixtures of whole classes. */
public final class ManySamples {
  private ManySamples() {}

  /** One of each kind's tests leaks. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Kinds {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void parameterized(int value) {
      leakIf(value == 2);
    }

    @RepeatedTest(3)
    void repeated(RepetitionInfo repetition) {
      leakIf(repetition.getCurrentRepetition() == 3);
    }

    @TestFactory
    List<DynamicTest> dynamic() {
      return List.of(
          dynamicTest("clean", () -> leakIf(false)),
          dynamicTest("leaking", () -> leakIf(true)),
          dynamicTest("clean again", () -> leakIf(false)));
    }

    @TestFactory
    List<DynamicTest> factory() {
      leakIf(true);
      return List.of(dynamicTest("clean", () -> leakIf(false)));
    }

    private static void leakIf(boolean leaks) {
      Frame frame = new Frame();
      if (!leaks) {
        frame.release();
      }
    }
  }

  /** What belongs to the class is checked after the class. */
  @LeakChecked(waitAtMost = "100ms")
  public static class ClassFixtures {
    private static final Frame STATIC = new Frame();
    private static Frame before;

    @BeforeAll
    static void before() {
      before = new Frame();
    }

    @Test
    void first() {}

    @Test
    void second() {}

    @AfterAll
    static void after() {
      before.release();
      STATIC.release();
    }
  }

  /** A class that forgets its fixture. */
  @LeakChecked(waitAtMost = "100ms")
  public static class ForgetfulClass {
    @BeforeAll
    static void before() {
      new Frame();
    }

    @Test
    void test() {}
  }

  /** One instance for all tests, whose frame lives until the last of them is over. */
  @LeakChecked(waitAtMost = "100ms")
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  public static class OneInstance {
    private final Frame frame = new Frame();

    @Test
    void clean() {}

    @Test
    void leaks() {
      new Frame();
    }

    @AfterAll
    void after() {
      frame.release();
    }
  }

  /** A constructor and a method of one test have one checker. */
  @LeakChecked(waitAtMost = "100ms")
  public static class OwnChecker {
    private final LeakChecker ofTheInstance;

    OwnChecker(LeakChecker checker) {
      ofTheInstance = checker;
    }

    @Test
    void same(LeakChecker checker) {
      if (checker != ofTheInstance) {
        throw new IllegalStateException("another checker");
      }
    }

    @Test
    void leaks() {
      new Frame(ofTheInstance);
    }
  }
}
