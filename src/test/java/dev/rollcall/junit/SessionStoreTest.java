package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import org.junit.jupiter.api.Test;

/** JUnit's store for a session, which there is from 5.13 on: what it releases is not told of. */
class SessionStoreTest {
  @Test
  void whatTheSessionReleasesIsNoLeak() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=fail")
            .run(RunEndProgram.class, "keep", "OfItsOwn")
            .with(0);

    assertThat(ended.err())
        .isEqualToNormalizingNewlines("Rollcall: 1 test checked, no leaks\n-- closed\n");
  }
}
