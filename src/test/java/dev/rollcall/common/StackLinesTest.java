package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackLinesTest {
  private static List<StackTraceElement> stack(String... classes) {
    return Stream.of(classes)
        .map(name -> new StackTraceElement(name, "run", Words.shortClass(name) + ".java", 7))
        .toList();
  }

  private static List<String> lines(String... classes) {
    return StackLines.of(stack(classes), 10, false);
  }

  @Test
  void theProgramsFramesStandOut() {
    assertThat(
            lines(
                "a.Test",
                "jdk.internal.reflect.DirectMethodHandleAccessor",
                "java.lang.reflect.Method",
                "org.junit.platform.commons.util.ReflectionUtils",
                "dev.rollcall.junit.LeakCheckExtension",
                "java.util.ArrayList",
                "org.apache.maven.surefire.booter.ForkedBooter"))
        .containsExactly(
            "a.Test.run(Test.java:7)",
            "... 6 frames of reflection, JUnit, Rollcall, the JDK and Surefire");
  }

  @Test
  void whatStandsBetweenTheProgramsFramesIsFoldedThere() {
    assertThat(
            lines(
                "a.Decoder",
                "io.netty.channel.AbstractChannelHandlerContext",
                "io.netty.channel.AbstractChannelHandlerContext",
                "a.Handler"))
        .containsExactly(
            "a.Decoder.run(Decoder.java:7)",
            "... 2 frames of Netty",
            "a.Handler.run(Handler.java:7)");
  }

  @Test
  void oneFrameIsAsShortAsItsNumber() {
    assertThat(lines("a.B", "java.util.ArrayList", "a.C", "java.lang.Thread"))
        .containsExactly(
            "a.B.run(B.java:7)",
            "java.util.ArrayList.run(ArrayList.java:7)",
            "a.C.run(C.java:7)",
            "java.lang.Thread.run(Thread.java:7)");
  }

  @Test
  void aStackWithoutTheProgramIsShownAsItIs() {
    assertThat(lines("org.junit.A", "java.lang.Thread", "java.lang.Thread"))
        .containsExactly(
            "org.junit.A.run(A.java:7)",
            "java.lang.Thread.run(Thread.java:7)",
            "java.lang.Thread.run(Thread.java:7)");
    assertThat(lines()).isEmpty();
  }

  @Test
  void whatIsLeftOutIsCountedInFrames() {
    List<StackTraceElement> stack =
        stack("a.B", "a.C", "java.lang.Thread", "java.lang.Thread", "a.D");

    assertThat(StackLines.of(stack, 2, false))
        .containsExactly("a.B.run(B.java:7)", "a.C.run(C.java:7)", "... 3 more");
    assertThat(StackLines.of(stack, 1, true))
        .endsWith("... 4 more, cut off at the recording's stackdepth");
  }
}
