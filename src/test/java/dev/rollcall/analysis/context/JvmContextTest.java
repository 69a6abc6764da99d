package dev.rollcall.analysis.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.life.Life;
import dev.rollcall.recording.ContextEvent.TestPlanRan;
import dev.rollcall.recording.ContextEvent.TestRan;
import dev.rollcall.recording.ContextEvent.ThreadEnded;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.LifecycleEvent.Used;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the exceptions, threads and tests around a life, and when nothing is. */
final class JvmContextTest {
  private static final String FAILED = "com.acme.FailedException";

  private final Map<Long, Life> lives = new HashMap<>();
  private final JvmContext jvmContext = new JvmContext(() -> lives.values().stream(), 8);

  /** Innermost first, as {@code Class.method:line}. */
  private static Site site(String... frames) {
    return new Site(
        Arrays.stream(frames)
            .map(
                frame -> {
                  int dot = frame.lastIndexOf('.');
                  int colon = frame.lastIndexOf(':');
                  return new StackTraceElement(
                      frame.substring(0, dot),
                      frame.substring(dot + 1, colon),
                      "F.java",
                      Integer.parseInt(frame.substring(colon + 1)));
                })
            .toList(),
        false);
  }

  private static Moment moment(long time, long thread, Site site) {
    return new Moment(time, new ThreadRef("t" + thread, thread), site);
  }

  private void register(long id, long time, long thread, Site site) {
    Registered event = new Registered(moment(time, thread, site), 0, id, "T", null);
    life(id).add(event);
    jvmContext.add(event);
  }

  private Life life(long id) {
    return lives.computeIfAbsent(id, Life::new);
  }

  private void thrown(long time, long thread, String... frames) {
    jvmContext.accept(new Thrown(moment(time, thread, site(frames)), FAILED, "boom " + time));
  }

  private Throw thrownAfter(long id) {
    return Objects.requireNonNull(jvmContext.of(life(id)).thrown());
  }

  private void nothingIsThrownAfter(long id) {
    assertThat(jvmContext.of(life(id)).thrown()).isNull();
  }

  private static final Site OPENED =
      site("com.acme.Pool.lend:5", "com.acme.Server.handle:10", "java.lang.Thread.run:1");

  @Test
  void theFirstExceptionIsNamedWithTheMethodThatStillRan() {
    register(1, 100, 7, OPENED);
    thrown(
        120,
        7,
        "java.lang.Throwable.<init>:1",
        FAILED + ".<init>:3",
        "com.acme.Codec.<init>:8",
        "com.acme.Server.handle:12",
        "java.lang.Thread.run:1");
    thrown(130, 7, "com.acme.Server.handle:13", "java.lang.Thread.run:1");

    Throw thrown = thrownAfter(1);

    assertThat(thrown.event().message()).isEqualTo("boom 120");
    assertThat(thrown.site())
        .isEqualTo(
            site("com.acme.Codec.<init>:8", "com.acme.Server.handle:12", "java.lang.Thread.run:1"));
    assertThat(thrown.through()).hasToString("com.acme.Server.handle(F.java:12)");
  }

  @Test
  void anotherThreadsExceptionAndAnEarlierOneAreNot() {
    register(1, 100, 7, OPENED);
    thrown(120, 8, "com.acme.Server.handle:12", "java.lang.Thread.run:1");
    thrown(90, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    nothingIsThrownAfter(1);
  }

  /** A pool's thread may be at other work by then. */
  @Test
  void afterTheNextRegistrationOnTheThreadNothingIsSaid() {
    register(1, 100, 7, OPENED);
    register(2, 110, 7, OPENED);
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    nothingIsThrownAfter(1);
    assertThat(thrownAfter(2).event().message()).isEqualTo("boom 120");
  }

  @Test
  void whatTheMethodItselfRegistersInBetweenShowsThatItStillRan() {
    register(1, 100, 7, OPENED);
    register(
        2,
        110,
        7,
        site("com.acme.Codec.open:3", "com.acme.Server.handle:11", "java.lang.Thread.run:1"));
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Server.handle(F.java:12)");
    assertThat(thrownAfter(2).event()).isSameAs(thrownAfter(1).event());
  }

  @Test
  void whatIsRegisteredElsewhereShowsThatItHadReturned() {
    register(1, 100, 7, OPENED);
    register(2, 110, 7, site("com.acme.Other.work:3", "java.lang.Thread.run:1"));
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    nothingIsThrownAfter(1);
  }

  /** What else it does is not known: it may have begun anew. */
  @Test
  void whereManyAreRegisteredInBetweenNothingIsSaid() {
    register(1, 100, 7, OPENED);
    for (int i = 0; i < 6; i++) {
      register(
          2 + i,
          110 + i,
          7,
          site("com.acme.Codec.open:3", "com.acme.Server.handle:11", "java.lang.Thread.run:1"));
    }
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    nothingIsThrownAfter(1);
  }

  private void touch(long id, long time, long thread, @Nullable String note, Site site) {
    Moment moment = moment(time, thread, site);
    life(id)
        .add(
            note == null
                ? new Used(moment, 0, id, "T", 1)
                : new Touched(moment, 0, id, "T", note, 1));
  }

  @Test
  void whereAnotherThreadHadItLastTheOneThatRegisteredItCountsToo() {
    register(1, 100, 7, OPENED);
    touch(1, 110, 8, null, site("com.acme.Worker.read:4", "java.lang.Thread.run:1"));
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Server.handle(F.java:12)");
  }

  /** It was asked to look at the resource; who asked has it. */
  @Test
  void whoOnlyUsesItAndRefusesItDoesNotHaveIt() {
    Site used =
        site("com.acme.Validator.check:4", "com.acme.Server.handle:11", "java.lang.Thread.run:1");
    register(1, 100, 7, OPENED);
    touch(1, 110, 7, null, used);
    thrown(
        120,
        7,
        "com.acme.Validator.check:6",
        "com.acme.Server.handle:11",
        "java.lang.Thread.run:1");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Server.handle(F.java:11)");
  }

  @Test
  void whoTookItAndFailsHasIt() {
    Site opened =
        site("com.acme.Parser.open:4", "com.acme.Server.handle:11", "java.lang.Thread.run:1");
    register(1, 100, 7, opened);
    thrown(120, 7, "com.acme.Parser.open:6", "com.acme.Server.handle:11", "java.lang.Thread.run:1");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Parser.open(F.java:6)");
  }

  @Test
  void whomTheNoteNamesHasItAndNotWhatItCalls() {
    String passing = "io.netty.channel.AbstractChannelHandlerContext.fireChannelRead:1";
    register(1, 100, 7, OPENED);
    touch(
        1,
        110,
        7,
        "'Utf8Decoder#0' will handle the message from this point.",
        site(passing, "com.acme.Loop.run:2"));
    thrown(
        120,
        7,
        "com.acme.Validator.check:6",
        "com.acme.Utf8Decoder.decode:9",
        "com.acme.ByteDecoder.call:3",
        "com.acme.ByteDecoder.channelRead:2",
        passing,
        "com.acme.Loop.run:2");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Utf8Decoder.decode(F.java:9)");
  }

  @Test
  void aConstructorThatWasRunningIsNamedWithWhoCalledIt() {
    Site within =
        site("com.acme.Lease.<init>:4", "com.acme.Server.handle:11", "java.lang.Thread.run:1");
    register(1, 100, 7, within);
    thrown(
        120, 7, "com.acme.Lease.<init>:6", "com.acme.Server.handle:11", "java.lang.Thread.run:1");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Lease.<init>(F.java:6)");
    assertThat(thrownAfter(1).caller()).hasToString("com.acme.Server.handle(F.java:11)");
  }

  @Test
  void constructorsWithinEachOtherAreNotFarAway() {
    register(
        1,
        100,
        7,
        site(
            "com.acme.E.<init>:1",
            "com.acme.D.<init>:1",
            "com.acme.C.<init>:1",
            "com.acme.B.<init>:1",
            "com.acme.A.<init>:1",
            "com.acme.Server.handle:10",
            "java.lang.Thread.run:1"));
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Server.handle(F.java:12)");
    assertThat(thrownAfter(1).caller()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.netty.util.ResourceLeakDetector$TraceRecord",
        "io.netty.channel.StacklessClosedChannelException",
        "io.netty.handler.ssl.SslHandler$StacklessSSLEngineClosedException",
        "reactor.core.publisher.FluxOnAssembly$AssemblySnapshot",
        "org.apache.commons.pool2.impl.ThrowableCallStack$Snapshot",
      })
  void whatIsMadeToKnowAStackIsNoException(String type) {
    register(1, 100, 7, OPENED);
    Site here = site("com.acme.Server.handle:12", "java.lang.Thread.run:1");
    jvmContext.accept(new Thrown(moment(110, 7, here), type, null));
    thrown(120, 7, "com.acme.Server.handle:13", "java.lang.Thread.run:1");

    assertThat(thrownAfter(1).event().type()).isEqualTo(FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.SnapshotException",
        "com.acme.Refused",
        "io.netty.handler.codec.http2.Http2Exception$StacklessStreamException",
      })
  void whateverElseIsMadeIsOne(String type) {
    register(1, 100, 7, OPENED);
    Site here = site("com.acme.Server.handle:12", "java.lang.Thread.run:1");
    jvmContext.accept(new Thrown(moment(110, 7, here), type, null));

    assertThat(thrownAfter(1).event().type()).isEqualTo(type);
  }

  @Test
  void howOftenTheSameIsMadeIsCounted() {
    Site here = site("com.acme.Server.handle:12", "java.lang.Thread.run:1");
    for (int i = 0; i < 50; i++) {
      jvmContext.accept(new Thrown(moment(10 + i, 7, here), FAILED, null));
    }
    register(1, 100, 7, OPENED);
    jvmContext.accept(new Thrown(moment(110, 7, here), FAILED, null));

    assertThat(thrownAfter(1).made()).isEqualTo(51);
  }

  @Test
  void whereNoMethodOfTheProgramStillRanNothingIsSaid() {
    register(1, 100, 7, OPENED);
    thrown(120, 7, "com.acme.Other.work:3", "java.lang.Thread.run:1");

    nothingIsThrownAfter(1);
  }

  @Test
  void methodsWithinCallsFromOtherLinesAreOtherCalls() {
    register(1, 100, 7, site("com.acme.A.leaf:1", "com.acme.A.mid:2", "com.acme.A.top:3"));
    thrown(120, 7, "com.acme.A.leaf:1", "com.acme.A.mid:2", "com.acme.A.top:4");

    assertThat(thrownAfter(1).through()).hasToString("com.acme.A.top(F.java:4)");
  }

  @Test
  void whereAStackIsCutOffFewFramesTellNothing() {
    register(1, 100, 7, new Site(OPENED.frames(), true));
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    nothingIsThrownAfter(1);
  }

  /** Both have the same limit; the exception was thrown two calls further in. */
  @Test
  void whereStacksAreCutOffManyFramesShowHowTheyMeet() {
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add("com.acme.Call" + i + ".call:" + i);
    }
    List<String> step = new ArrayList<>(calls.subList(0, 14));
    step.add(0, "com.acme.Server.handle:10");
    List<String> thrown = new ArrayList<>(calls.subList(0, 11));
    thrown.addAll(0, List.of("a.A.a:1", "a.B.b:2", "a.C.c:3", "com.acme.Server.handle:12"));
    register(1, 100, 7, new Site(site(step.toArray(new String[0])).frames(), true));
    Site cutOff = new Site(site(thrown.toArray(new String[0])).frames(), true);
    jvmContext.accept(new Thrown(moment(120, 7, cutOff), FAILED, null));

    assertThat(thrownAfter(1).through()).hasToString("com.acme.Server.handle(F.java:12)");
  }

  @Test
  void ofALifeThatIsOverNothingIsSaid() {
    register(1, 100, 7, OPENED);
    life(1).add(new Unregistered(moment(110, 7, OPENED), 0, 1, "T", 0));
    thrown(120, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1");
    jvmContext.accept(new ThreadEnded(moment(200, 7, Site.NONE)));

    assertThat(jvmContext.of(life(1))).isEqualTo(new LifeContext(null, null, null));
  }

  @Test
  void theEndOfTheThreadOfTheLastStepIsKnown() {
    register(1, 100, 7, OPENED);
    register(2, 100, 8, OPENED);
    jvmContext.accept(new ThreadEnded(moment(200, 7, Site.NONE)));

    assertThat(jvmContext.of(life(1)).threadEnded()).isEqualTo(moment(200, 7, Site.NONE));
    assertThat(jvmContext.of(life(2)).threadEnded()).isNull();
  }

  /** More exceptions and registrations than there is room for, in an order that is not of time. */
  @Test
  void whatIsDroppedMattersToNobody() {
    List<Runnable> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      long time = 1_000L + i * 10L;
      long id = i + 1L;
      if (i % 100 == 0) {
        events.add(() -> register(id, time, 7, OPENED));
      } else {
        events.add(() -> thrown(time, 7, "com.acme.Server.handle:12", "java.lang.Thread.run:1"));
      }
    }
    for (int i = 0; i + 4 <= events.size(); i += 4) {
      Collections.reverse(events.subList(i, i + 4));
    }
    events.forEach(Runnable::run);

    for (int i = 0; i < 1_000; i += 100) {
      assertThat(thrownAfter(i + 1).event().message()).isEqualTo("boom " + (1_010 + i * 10));
    }
    assertThat(jvmContext.size()).isLessThan(100);
  }

  private static TestRan test(String method, long thread, long start, long end) {
    return new TestRan(
        moment(start, thread, Site.NONE),
        "[engine:junit-jupiter]/[class:com.acme.PoolTest]/[method:" + method + "()]",
        method + "()",
        end);
  }

  private void registeredIn(String expected, long time, long thread) {
    register(time, time, thread, OPENED);
    TestRan test = jvmContext.of(life(time)).test();
    assertThat(test == null ? "none" : TestId.name(test)).isEqualTo(expected);
  }

  @Test
  void aTestIsNamedOnlyWhereItIsCertain() {
    jvmContext.accept(new TestPlanRan(moment(0, 1, Site.NONE), 900));
    jvmContext.accept(test("a", 1, 100, 200));
    jvmContext.accept(test("b", 2, 150, 250));
    jvmContext.accept(test("c", 1, 1_000, 1_100));

    registeredIn("com.acme.PoolTest.a()", 160, 1);
    registeredIn("com.acme.PoolTest.b()", 161, 2);
    registeredIn("none", 162, 3);
    registeredIn("com.acme.PoolTest.a()", 120, 3);
    registeredIn("com.acme.PoolTest.b()", 240, 3);
    registeredIn("none", 500, 1);
    // Its plan has not ended: another test may have run beside it and is not recorded.
    registeredIn("none", 1_050, 3);
    registeredIn("com.acme.PoolTest.c()", 1_051, 1);
  }

  @Test
  void anExceptionOfTheNextTestIsNot() {
    register(1, 120, 1, OPENED);
    jvmContext.accept(test("a", 1, 100, 200));
    jvmContext.accept(test("b", 1, 201, 300));
    thrown(210, 1, "com.acme.Server.handle:12", "java.lang.Thread.run:1");

    nothingIsThrownAfter(1);
  }
}
