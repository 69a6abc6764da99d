package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the normalisation, and one value that must never change. */
class FingerprintTest {
  private static final String TYPE = "shop.Cart";

  private static StackTraceElement frame(String method) {
    int dot = method.lastIndexOf('.');
    return new StackTraceElement(method.substring(0, dot), method.substring(dot + 1), "X.java", 1);
  }

  private static List<StackTraceElement> site(String... methods) {
    return Stream.of(methods).map(FingerprintTest::frame).toList();
  }

  private static String of(String... methods) {
    return Fingerprint.of(TYPE, site(methods));
  }

  /** Stored in recordings and baselines: a change here makes old and new reports disagree. */
  @Test
  void theGoldenValue() {
    assertThat(of("shop.Cart.<init>", "shop.Shop.open", "shop.Main.main"))
        .isEqualTo("shop.Cart@bbf26627f30f9c6f");
  }

  @Test
  void namesTheType() {
    assertThat(of("a.B.c")).matches("shop\\.Cart@[0-9a-f]{16}");
    assertThat(Fingerprint.of("a.B", site("a.B.c"))).startsWith("a.B@");
  }

  @Test
  void anUnknownSiteIsSaidToBe() {
    assertThat(of()).isEqualTo("shop.Cart@unknown");
    assertThat(Fingerprint.unknown(TYPE)).isEqualTo("shop.Cart@unknown");
    assertThat(Fingerprint.unknown("a.B$$Lambda$14/0x00007f0001")).isEqualTo("a.B@unknown");
  }

  @Test
  void classMethodAndOrderCount() {
    List<String> all =
        List.of(of("a.B.c"), of("a.B.d"), of("a.C.c"), of("a.B.c", "a.B.d"), of("a.B.d", "a.B.c"));

    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void linesFilesLoadersAndModulesDoNot() {
    StackTraceElement bare = new StackTraceElement("a.B", "c", null, -1);
    StackTraceElement full =
        new StackTraceElement("app", "module", "1.0", "a.B", "c", "Other.java", 99);

    assertThat(Fingerprint.of(TYPE, List.of(bare))).isEqualTo(of("a.B.c"));
    assertThat(Fingerprint.of(TYPE, List.of(full))).isEqualTo(of("a.B.c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.internal.reflect.NativeMethodAccessorImpl.invoke0",
        "jdk.internal.reflect.GeneratedMethodAccessor12.invoke",
        "jdk.internal.reflect.DirectMethodHandleAccessor.invoke",
        "java.lang.reflect.Method.invoke",
        "java.lang.reflect.Constructor.newInstance",
        "java.lang.invoke.LambdaForm$MH.invoke",
        "java.lang.invoke.DirectMethodHandle$Holder.invokeStatic",
      })
  void plumbingIsDropped(String frame) {
    assertThat(of("a.B.c", frame, "a.M.main")).isEqualTo(of("a.B.c", "a.M.main"));
  }

  @Test
  void otherReflectionIsNot() {
    assertThat(of("a.B.c", "java.lang.reflect.Array.newInstance")).isNotEqualTo(of("a.B.c"));
  }

  @Test
  void droppedPlumbingMakesEqualNeighbours() {
    assertThat(of("a.B.c", "java.lang.reflect.Method.invoke", "a.B.c")).isEqualTo(of("a.B.c"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.B.lambda$main$10, a.B.lambda$main",
    "a.B.lambda$main$0, a.B.lambda$main$77",
    "a.B.lambda$open$close$3, a.B.lambda$open$close$4",
    "a.B.lambda$static$1, a.B.lambda$static",
    "jdk.proxy2.$Proxy26.run, $Proxy3.run",
    "com.sun.proxy.$Proxy26.run, jdk.proxy1.$Proxy1.run",
    "a.B$$Lambda$14/0x0000000800c03000.run, a.B$$Lambda.run",
    "a.B$$Lambda/0x00007f3c01.run, a.B$$Lambda$9.run",
    "a.B/0x0000000800c03000.run, a.B.run",
    "a.B+0x0000000800c03000.run, a.B.run",
    "a.B$$SpringCGLIB$$0.run, a.B$$SpringCGLIB$$1.run",
    "a.B$$EnhancerBySpringCGLIB$$1a2b3c.run, a.B$$EnhancerBySpringCGLIB$$ff00.run",
    "a.B$$FastClass$$12.run, a.B$$FastClass$$34.run",
    "a.B$ByteBuddy$x1Y2.run, a.B$ByteBuddy$z3.run",
    "a.B$HibernateProxy$x1Y2.run, a.B$HibernateProxy$z3.run",
    "a.B$MockitoMock$123.run, a.B$MockitoMock$456.run",
  })
  void numbersOfGeneratedCodeAreCutOff(String one, String other) {
    assertThat(of(one, "a.M.main")).isEqualTo(of(other, "a.M.main"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.B.lambda$main$1, a.B.lambda$other$1",
    "a.B.step1, a.B.step2",
    "a.B.access$100, a.B.access$200",
    "a.B$1.run, a.B$2.run",
    "a.B$$SpringCGLIB$$0.run, a.C$$SpringCGLIB$$0.run",
  })
  void otherNumbersCount(String one, String other) {
    assertThat(of(one)).isNotEqualTo(of(other));
  }

  @Test
  void theTypeIsNormalisedToo() {
    assertThat(Fingerprint.of("a.B$$Lambda$14/0x0000000800c03000", site("a.B.c")))
        .isEqualTo(Fingerprint.of("a.B$$Lambda$15/0x0000000800c03428", site("a.B.c")))
        .startsWith("a.B@");
    assertThat(Fingerprint.of("jdk.proxy2.$Proxy9", site("a.B.c"))).startsWith("$Proxy@");
  }

  @Test
  void equalNeighboursCountOnce() {
    assertThat(of("a.B.c", "a.B.c", "a.B.c", "a.M.main")).isEqualTo(of("a.B.c", "a.M.main"));
    assertThat(of("a.B.c", "a.B.d", "a.B.c")).isNotEqualTo(of("a.B.c", "a.B.d"));
  }

  @Test
  void sixteenFramesCount() {
    List<String> methods = new ArrayList<>();
    IntStream.range(0, 16).forEach(i -> methods.add("a.B.m" + i));
    String sixteen = of(methods.toArray(String[]::new));

    assertThat(of(methods.subList(0, 15).toArray(String[]::new))).isNotEqualTo(sixteen);
    methods.add("a.B.seventeenth");
    assertThat(of(methods.toArray(String[]::new))).isEqualTo(sixteen);
    // Counted after the normalisation.
    methods.add(3, "java.lang.reflect.Method.invoke");
    methods.add(3, "a.B.m2");
    assertThat(of(methods.toArray(String[]::new))).isEqualTo(sixteen);
  }

  @Test
  void framesAreNotJoined() {
    assertThat(of("a.B.c", "d.E.f")).isNotEqualTo(of("a.B.cd.E.f"));
  }

  /** Names from a recording may be anything. */
  @Test
  void hostileNamesCostLittle() {
    int length = 65_535; // of a class name, at most
    List<String> parts = List.of("$", "$$", ".", "$Proxy", "$Proxy1", "$$FastClass$$", "$1", "1x");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String part : parts) {
            String name = "lambda$" + part.repeat(length / part.length());
            assertThat(Fingerprint.of(name, List.of(new StackTraceElement(name, name, null, 1))))
                .isNotEmpty();
          }
        });
  }
}
