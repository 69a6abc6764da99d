package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameKindTest {
  @ParameterizedTest
  @CsvSource({
    "JDK, java.lang.Thread",
    "JDK, java.util.concurrent.ThreadPoolExecutor$Worker",
    "JDK, javax.swing.Timer",
    "JDK, jdk.internal.misc.Unsafe",
    "JDK, sun.nio.ch.Net",
    "REFLECTION, java.lang.reflect.Method",
    "REFLECTION, jdk.internal.reflect.DirectMethodHandleAccessor",
    "REFLECTION, java.lang.invoke.LambdaForm$MH",
    "REFLECTION, jdk.proxy2.$Proxy12",
    "REFLECTION, com.sun.proxy.$Proxy12",
    "REFLECTION, a.$Proxy12",
    "REFLECTION, $Proxy12",
    "REFLECTION, a.B$$Lambda/0x00007f0a",
    "REFLECTION, a.B$$SpringCGLIB$$0",
    "REFLECTION, a.B$$FastClassBySpringCGLIB$$1a",
    "REFLECTION, a.B$$EnhancerBySpringCGLIB$$1a",
    "JUNIT, org.junit.platform.commons.util.ReflectionUtils",
    "JUNIT, junit.framework.TestCase",
    "TESTNG, org.testng.internal.MethodInvocationHelper",
    "SUREFIRE, org.apache.maven.surefire.booter.ForkedBooter",
    "GRADLE, org.gradle.api.internal.tasks.testing.worker.TestWorker",
    "GRADLE, worker.org.gradle.process.internal.worker.GradleWorkerMain",
    "IDE, com.intellij.rt.junit.JUnitStarter",
    "SPRING, org.springframework.util.ReflectionUtils",
    "SPRING, org.springframework.web.method.support.InvocableHandlerMethod",
    "SPRING, org.springframework.aop.framework.CglibAopProxy$CglibMethodInvocation",
    "NETTY, io.netty.channel.AbstractChannelHandlerContext",
    "NETTY, io.netty.util.ReferenceCountUtil",
    "NETTY_TELLS, io.netty.buffer.AdvancedLeakAwareByteBuf",
    "NETTY_TELLS, io.netty.buffer.SimpleLeakAwareCompositeByteBuf",
    "ROLLCALL, dev.rollcall.LeakChecker",
    "ROLLCALL, dev.rollcall.RefCounted",
    "ROLLCALL, dev.rollcall.internal.live.Trace",
    "ROLLCALL, dev.rollcall.event.LifecycleEvents",
    "ROLLCALL, dev.rollcall.netty.TrackedByteBuf",
    "ROLLCALL, dev.rollcall.jdbc.TrackedDataSource",
    "ROLLCALL, dev.rollcall.agent.X",
    "ROLLCALL_TESTS, dev.rollcall.junit.LeakCheckExtension",
  })
  void whatOnlyCallsTheProgramIsNotTheProgram(FrameKind kind, String className) {
    assertThat(FrameKind.of(className)).isEqualTo(kind);
    assertThat(FrameKind.isProgram(className)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.B",
        "a.B$C",
        "javac.Main",
        "org.springframework.web.client.RestTemplate",
        "io.netty.handler.codec.ByteToMessageDecoder",
        "io.netty.buffer.CompositeByteBuf",
        "org.gradle.tooling.GradleConnector",
        "dev.rollcall.LeakCheckerTest",
        "dev.rollcall.demo.Server",
      })
  void allElseIs(String className) {
    assertThat(FrameKind.of(className)).isEqualTo(FrameKind.PROGRAM);
    assertThat(FrameKind.isProgram(className)).isTrue();
  }
}
