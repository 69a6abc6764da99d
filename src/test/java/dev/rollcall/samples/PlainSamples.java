package dev.rollcall.samples;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.IgnoreLeaks;
import dev.rollcall.junit.LeakChecked;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One test at a time. */
public final class PlainSamples {
  private PlainSamples() {}

  /** A leak that another one owns. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Owned {
    @Test
    void leaksWithItsOwner() {
      Frame owner = new Frame();
      LeakChecker.global().register(new Object(), null, owner);
    }
  }

  /** Leaks of every kind, and none. */
  @LeakChecked(waitAtMost = "100ms")
  public static class Leaks {
    @Test
    void clean() {
      new Frame().release();
    }

    @Test
    void leaks() {
      Frame frame = new Frame();
      frame.retain();
      frame.touch("handed to nobody");
      frame.release();
    }

    @Test
    void failsAndLeaks() {
      new Frame();
      fail("its own");
    }

    @Test
    void abortsAndLeaks() {
      new Frame();
      abort("not here");
    }

    @Test
    void misuses() {
      Object resource = new Object();
      LeakChecker.global().register(resource);
      LeakChecker.global().unregister(resource);
      LeakChecker.global().unregister(resource);
    }

    @Test
    @LeakChecked(misuses = false)
    void misusesOnPurpose() {
      misuses();
    }

    @Test
    @IgnoreLeaks(type = "*Cached", reason = "as long as the process")
    void ignores() {
      new Frame.Cached();
    }

    @Test
    void ofItsOwnChecker(LeakChecker checker) throws InterruptedException {
      Thread thread = new Thread(() -> new Frame(checker), "helper");
      thread.start();
      thread.join();
    }

    @Test
    void byAThreadOfItsOwn() throws InterruptedException {
      Thread thread = new Thread(Frame::new, "helper");
      thread.start();
      thread.join();
    }

    /** In a class within. */
    @Nested
    class Inner {
      @Test
      void leaksInside() {
        new Frame();
      }
    }
  }

  /** A reason is required. */
  @LeakChecked
  public static class NoReason {
    @Test
    @IgnoreLeaks(type = "*", reason = " ")
    void test() {}
  }

  /** A wait that is none. */
  @LeakChecked(waitAtMost = "soon")
  public static class WrongWait {
    @Test
    void test() {}
  }

  /** Only one of its methods is checked. */
  public static class OneMethod {
    @Test
    @LeakChecked(waitAtMost = "100ms")
    void checked() {
      new Frame();
    }

    @Test
    void unchecked() {
      new Frame().release();
    }
  }

  /** Is released in the background, when the test is over. */
  @LeakChecked(waitAtMost = "30s")
  public static class Stragglers {
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void test() {
      Frame frame = new Frame();
      new Thread(
              () -> {
                try {
                  over.await();
                  frame.release();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              })
          .start();
    }

    @AfterEach
    void over() {
      over.countDown();
    }
  }

  /** Releases what an extension registered. */
  static final class Fixture implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(Fixture.class);

    @SuppressWarnings("deprecation") // for the oldest JUnit
    private record Closing(Frame frame)
        implements ExtensionContext.Store.CloseableResource, AutoCloseable {
      @Override
      public void close() {
        frame.release();
      }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      context.getStore(NAMESPACE).put("frame", new Frame());
      context.getStore(NAMESPACE).put("closing", new Closing(new Frame()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
      context.getStore(NAMESPACE).get("frame", Frame.class).release();
    }
  }

  /** Fixtures of every kind, before and after the check's own extension. */
  @ExtendWith(Fixture.class)
  @LeakChecked(waitAtMost = "100ms")
  public static class EarlyFixtures extends Fixtures {}

  /** As {@link EarlyFixtures}, in the other order. */
  @LeakChecked(waitAtMost = "100ms")
  @ExtendWith(Fixture.class)
  public static class LateFixtures extends Fixtures {}

  /** A fixture of each test. */
  abstract static class Fixtures {
    private final Frame ofTheInstance = new Frame();
    private Frame before;

    @BeforeEach
    void before() {
      before = new Frame();
    }

    @Test
    void first() {}

    @Test
    void second() {}

    @AfterEach
    void after() {
      before.release();
      ofTheInstance.release();
    }
  }
}
