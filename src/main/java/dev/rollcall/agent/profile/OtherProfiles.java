package dev.rollcall.agent.profile;

import dev.rollcall.agent.hook.ArrowHooks;
import dev.rollcall.agent.hook.ConstructionHooks;
import dev.rollcall.agent.hook.HttpHooks;
import dev.rollcall.agent.hook.StreamHooks;
import dev.rollcall.agent.weave.Point.Value;
import java.util.List;

/** The smaller ones: selectors, executors, processes, bodies of HTTP responses. */
final class OtherProfiles {
  private OtherProfiles() {}

  static List<Watch> selectors(StreamHooks hooks) {
    return List.of(
        Watch.of("sun.nio.ch.SelectorImpl")
            .after(hooks.opened, Value.NONE, "<init>(Ljava/nio/channels/spi/SelectorProvider;)V")
            .before(hooks.closed, "implCloseSelector()V")
            .beforeAny(hooks.used, Value.NONE, "lockAndDoSelect(*"));
  }

  /** The pool that all share has a constructor of its own, which is not watched. */
  static List<Watch> executors(StreamHooks hooks, ConstructionHooks construction) {
    return List.of(
        Watch.of("java.util.concurrent.ThreadPoolExecutor")
            .after(construction.constructed, Value.NONE, "<init>(*")
            .before(hooks.closed, "shutdown()V", "shutdownNow()Ljava/util/List;"),
        Watch.of("java.util.concurrent.ScheduledThreadPoolExecutor")
            .after(construction.constructed, Value.NONE, "<init>(*"),
        Watch.of("java.util.concurrent.ForkJoinPool")
            .after(
                construction.constructed,
                Value.NONE,
                "<init>()V",
                "<init>(I)V",
                "<init>(ILjava/util/concurrent/ForkJoinPool$ForkJoinWorkerThreadFactory;"
                    + "Ljava/lang/Thread$UncaughtExceptionHandler;Z)V",
                "<init>(ILjava/util/concurrent/ForkJoinPool$ForkJoinWorkerThreadFactory;"
                    + "Ljava/lang/Thread$UncaughtExceptionHandler;ZIII"
                    + "Ljava/util/function/Predicate;JLjava/util/concurrent/TimeUnit;)V")
            .before(hooks.closed, "shutdown()V", "shutdownNow()Ljava/util/List;", "close()V"),
        Watch.of("java.util.concurrent.ThreadPerTaskExecutor")
            .after(hooks.opened, Value.NONE, "<init>(Ljava/util/concurrent/ThreadFactory;)V")
            .before(hooks.closed, "shutdown()V", "shutdownNow()Ljava/util/List;", "close()V"),
        Watch.of("java.util.Timer")
            .after(construction.constructed, Value.NONE, "<init>(*")
            .before(hooks.closed, "cancel()V"));
  }

  /** A process is over when it has ended, or somebody has ended it. */
  static List<Watch> processes(StreamHooks hooks) {
    return List.of(
        Watch.of("java.lang.ProcessImpl")
            .after(hooks.begun, Value.arguments(0), "<init>([B[BI[BI[B[IZZ)V")
            .before(hooks.closed, "destroy(Z)V")
            .afterWrite(hooks.closed, "hasExited")
            .beforeAny(hooks.used, Value.NONE, "waitFor(*"));
  }

  /** Read as a stream; the other ways to get a body read all of it. */
  static List<Watch> http(StreamHooks streams, HttpHooks hooks) {
    return List.of(
        Watch.of("jdk.internal.net.http.HttpResponseImpl")
            .after(hooks.opened, Value.TOP, "body()Ljava/lang/Object;"),
        Watch.of("jdk.internal.net.http.ResponseSubscribers$HttpResponseInputStream")
            .before(hooks.closed, "close()V")
            .after(hooks.read, Value.TOP, "current()Ljava/nio/ByteBuffer;")
            .beforeAny(streams.used, Value.NONE, "read(*"));
  }

  /** The allocators, and the memory that they have given out. */
  static List<Watch> arrow(StreamHooks streams, ConstructionHooks construction, ArrowHooks hooks) {
    return List.of(
        Watch.ofLibrary("org.apache.arrow.memory.BaseAllocator")
            .after(construction.constructed, Value.NONE, "<init>(*")
            .before(streams.closed, "close()V"),
        Watch.ofLibrary("org.apache.arrow.memory.BufferLedger")
            .after(
                hooks.allocated,
                Value.arguments(0, 1),
                "<init>(Lorg/apache/arrow/memory/BufferAllocator;"
                    + "Lorg/apache/arrow/memory/AllocationManager;)V"),
        Watch.ofLibrary("org.apache.arrow.memory.AllocationManager")
            .before(
                hooks.released,
                Value.arguments(0),
                "release(Lorg/apache/arrow/memory/BufferLedger;)V"));
  }
}
