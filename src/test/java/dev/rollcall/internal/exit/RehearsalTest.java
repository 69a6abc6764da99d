package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.testing.ChildJvm;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The program does not notice the rehearsal. */
class RehearsalTest {
  /** To look for what is not there opens every jar of the class path. */
  @Test
  void itDoesNotLookForNetty() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=warn", "-Djava.system.class.loader=" + Asked.class.getName())
            .run(Rehearsed.class)
            .with(0);

    assertThat(ended.out()).contains("rehearsed").doesNotContain("io.netty");
  }

  /** Uses the checker and waits. */
  static final class Rehearsed {
    private Rehearsed() {}

    public static void main(String[] args) throws Exception {
      boolean unused = LeakChecker.global().isRegistered(args);
      Rehearsal.await();
      System.out.println("rehearsed");
    }
  }

  /** Says what of Netty's it is asked for. */
  public static final class Asked extends ClassLoader {
    /** Called by the JDK. */
    public Asked(ClassLoader parent) {
      super(parent);
    }

    @Override
    public URL getResource(String name) {
      if (name.contains("netty")) {
        System.out.println(name);
      }
      return super.getResource(name);
    }
  }
}
