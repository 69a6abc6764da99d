package dev.rollcall.analysis.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommonFrameTest {
  private static final String PASSING = "io.netty.channel.AbstractChannelHandlerContext";

  /** A site of calls, outermost first. */
  private static Site site(String... calls) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (String call : calls) {
      int dot = call.lastIndexOf('.');
      frames.add(
          0, new StackTraceElement(call.substring(0, dot), call.substring(dot + 1), "A.java", 7));
    }
    return new Site(frames, false);
  }

  private static String common(Site earlier, Site later) {
    StackTraceElement frame = CommonFrame.of(earlier, later);
    return frame == null ? "none" : frame.getClassName() + "." + frame.getMethodName();
  }

  @Test
  void isTheInnermostThatBothHave() {
    assertThat(common(site("a.A.run", "a.B.open", "a.C.x"), site("a.A.run", "a.B.open", "a.D.y")))
        .isEqualTo("a.B.open");
  }

  @Test
  void whoWasCalledStandsForWhatOnlyPassesOn() {
    Site earlier = site("a.A.run", PASSING + ".write");

    assertThat(
            common(
                earlier,
                site(
                    "a.A.run",
                    PASSING + ".write",
                    PASSING + ".invokeWrite",
                    "a.Handler.write",
                    "a.Handler.send",
                    "a.Handler.gone")))
        .isEqualTo("a.Handler.send");
    assertThat(
            common(
                earlier, site("a.A.run", PASSING + ".write", "a.Handler.write", "a.Codec.encode")))
        .isEqualTo("a.Handler.write");
  }

  @Test
  void whatPassesOnStandsForItselfIfItCalledNobody() {
    assertThat(common(site("a.A.run", PASSING + ".write"), site("a.A.run", PASSING + ".write")))
        .isEqualTo(PASSING + ".write");
  }

  @Test
  void whatCameBackThroughManyMethodsIsNotInterruptedByWhatFollows() {
    Site thrown = site("a.A.run", "a.X.fail");

    assertThat(common(site("a.A.run", "a.B.b", "a.C.c", "a.D.d"), thrown)).isEqualTo("a.A.run");
    assertThat(common(site("a.A.run", "a.B.b", "a.C.c", "a.D.d", "a.E.e"), thrown))
        .isEqualTo("none");
  }
}
