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
  void whatCameBackThroughManyMethodsIsFarFromWhatFollows() {
    Site thrown = site("a.A.run", "a.X.fail");

    Site near = site("a.A.run", "a.B.b", "a.C.c", "a.D.d");
    Site far = site("a.A.run", "a.B.b", "a.C.c", "a.D.d", "a.E.e");

    assertThat(common(near, thrown)).isEqualTo("a.A.run");
    assertThat(CommonFrame.isFar(near, thrown)).isFalse();
    assertThat(common(far, thrown)).isEqualTo("a.A.run");
    assertThat(CommonFrame.isFar(far, thrown)).isTrue();
  }

  @Test
  void whoWantedABufferStandsForWhatMakesIt() {
    String[] making = {
      "a.A.run", "a.Handler.read", "io.netty.buffer.AbstractByteBufAllocator.directBuffer"
    };

    assertThat(common(site(making), site(making))).isEqualTo("a.Handler.read");
    // What it runs on runs whatever comes next.
    String loop = "io.netty.util.concurrent.SingleThreadEventExecutor$4.run";
    assertThat(common(site(loop, "a.Task.one"), site(loop, "a.Task.two"))).isEqualTo("none");
  }

  /** The same line called another object's method of that name before, which has returned. */
  @Test
  void aCallThatIsMadeAgainIsAnotherTurn() {
    Site first = site("a.A.run", "a.Chain.configure", "a.Audit.configure");
    StackTraceElement chain = first.frames().get(1);

    assertThat(
            CommonFrame.isAnotherTurn(
                first, site("a.A.run", "a.Chain.configure", "a.Quota.configure"), chain))
        .isTrue();
    assertThat(CommonFrame.isAnotherTurn(first, site("a.A.run", "a.Chain.configure"), chain))
        .isFalse();
    // The same call goes on, or another one is made.
    assertThat(CommonFrame.isAnotherTurn(first, first, chain)).isFalse();
    assertThat(
            CommonFrame.isAnotherTurn(
                first, site("a.A.run", "a.Chain.configure", "a.Audit.check"), chain))
        .isFalse();
  }
}
