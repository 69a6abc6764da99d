package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the checker is used first, the check at exit waits for the application's hooks. */
class FirstUseTest {
  static Stream<String> places() {
    return Runtime.version().feature() >= 21 ? Stream.of("group", "virtual") : Stream.of("group");
  }

  @ParameterizedTest
  @MethodSource("places")
  void theHooksAreWaitedFor(String place) throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm().options("-Drollcall.mode=fail").run(FirstUseProgram.class, place).with(0);

    assertThat(ended.err()).isEmpty();
  }
}
