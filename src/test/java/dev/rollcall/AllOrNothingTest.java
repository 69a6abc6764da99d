package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that throws because stack or memory has run out has done nothing; any other, all. */
class AllOrNothingTest {
  private static List<String> run(Class<?> program, String... options) throws Exception {
    return new ChildJvm().options(options).run(program).with(0).out().lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xint",
        "-XX:TieredStopAtLevel=1 -Dwarm=2000",
        "-XX:TieredStopAtLevel=4 -Dwarm=6000"
      })
  void atEveryDepthOfTheStack(String compilers) throws Exception {
    // Frames of one size around the calls, whatever has been compiled meanwhile; short traces.
    String frames = "-XX:CompileCommand=exclude,dev.rollcall.StackProgram::";
    String options =
        "%s -XX:CompileCommand=quiet %sdown %swider -XX:MaxJavaStackTraceDepth=16"
            .formatted(compilers, frames, frames);

    assertThat(run(StackProgram.class, options.split(" "))).hasSize(46).endsWith("wrong: 0");
  }

  /** Where classes have no room to be initialised, they never are; the program is to live on. */
  @Test
  void theFirstUseAtTheEndOfTheStackBreaksNoLaterOne() throws Exception {
    assertThat(run(FirstDepthProgram.class, "-Xint", "-Drollcall.mode=warn"))
        .last()
        .asString()
        .endsWith("wrong: 0");
  }

  @Test
  void withoutMemory() throws Exception {
    assertThat(run(MemoryProgram.class, "-Xmx8m", "-XX:+UseSerialGC"))
        .contains("unregister 0", "release 0")
        .doesNotContain("register 0")
        .endsWith("wrong: 0");
  }
}
