package dev.rollcall.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.IllegalReferenceCountException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangingTest {
  /** Every form of call, with wide values around it and frames behind it. */
  public static final class Releasing {
    private Releasing() {}

    public static void one(ByteBuf buffer) {
      buffer.release();
    }

    public static long wide(ByteBuf buffer) {
      long before = buffer.readableBytes();
      double half = 0.5;
      boolean last = before > 100 || buffer.release(1);
      return last ? before + (long) (2 * half) : -1;
    }

    public static boolean utility(ByteBuf buffer) {
      ReferenceCountUtil.safeRelease(buffer);
      for (int i = 0; i < 1; i++) {
        if (buffer.refCnt() > 0) {
          return ReferenceCountUtil.release(buffer);
        }
      }
      return false;
    }

    public static int retain(ByteBuf buffer) {
      ByteBuf same = buffer.retain();
      return same.refCnt();
    }

    public static long last(ByteBuf buffer) {
      long size = buffer.readableBytes();
      buffer.release();
      return size;
    }
  }

  private static final String TYPE = Releasing.class.getName();
  private static final String TAKES_BUFFER = "(Lio/netty/buffer/ByteBuf;)";

  @Test
  void skipsTheOneCallAndNoOther() throws Exception {
    Class<?> mutated = load("SKIP 1/1+0 " + TYPE + ".one(Lio/netty/buffer/ByteBuf;)V#0");

    assertThat(left(mutated, "one")).isEqualTo(1);
    assertThat(left(mutated, "wide")).isZero();
  }

  @Test
  void goesOnAsIfTheLastReferenceWereGone() throws Exception {
    ByteBuf buffer = Unpooled.buffer().writeZero(3);

    assertThat(
            call(
                load("SKIP 1/1+0 " + TYPE + ".wide(Lio/netty/buffer/ByteBuf;)J#0"), "wide", buffer))
        .isEqualTo(4L);
    assertThat(buffer.refCnt()).isEqualTo(1);
    assertThat(buffer.release()).isTrue();
  }

  @Test
  void countsCallsOfOneMethodFromZero() throws Exception {
    ByteBuf buffer = Unpooled.buffer().retain();

    call(load("SKIP 1/1+0 " + TYPE + ".utility(Lio/netty/buffer/ByteBuf;)Z#1"), "utility", buffer);
    assertThat(buffer.refCnt()).isEqualTo(1);
    assertThat(buffer.release()).isTrue();
  }

  @Test
  void skipsAShareOfTheExecutions() throws Exception {
    Class<?> mutated = load("SKIP 1/3+0 " + TYPE + ".one(Lio/netty/buffer/ByteBuf;)V#0");
    int left = 0;
    for (int i = 0; i < 9; i++) {
      left += left(mutated, "one");
    }

    assertThat(left).isEqualTo(3);
  }

  @Test
  void makesACallTwice() throws Exception {
    ByteBuf buffer = Unpooled.buffer();

    assertThat(
            call(load("TWICE 1/1+0 " + TYPE + ".retain" + TAKES_BUFFER + "I+0"), "retain", buffer))
        .isEqualTo(3);
    Class<?> mutated = load("TWICE 1/1+0 " + TYPE + ".one" + TAKES_BUFFER + "V#0");
    call(mutated, "one", buffer);

    assertThat(buffer.refCnt()).isEqualTo(1);
    assertThatThrownBy(() -> call(mutated, "one", buffer))
        .hasCauseInstanceOf(IllegalReferenceCountException.class);
  }

  @Test
  void returnsBeforeACall() throws Exception {
    ByteBuf buffer = Unpooled.buffer().writeZero(3);

    assertThat(call(load("RETURN 1/1+0 " + TYPE + ".last" + TAKES_BUFFER + "J#0"), "last", buffer))
        .isEqualTo(0L);
    assertThat(buffer.refCnt()).isEqualTo(1);
    assertThat(call(load("RETURN 1/2+1 " + TYPE + ".last" + TAKES_BUFFER + "J#0"), "last", buffer))
        .isEqualTo(3L);
    assertThat(buffer.refCnt()).isZero();
  }

  @Test
  void letsAnExceptionPassBeforeACall() throws Exception {
    ByteBuf buffer = Unpooled.buffer();
    Class<?> mutated = load("THROW 1/2+0 " + TYPE + ".one" + TAKES_BUFFER + "V#0");

    assertThatThrownBy(() -> call(mutated, "one", buffer))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(buffer.refCnt()).isEqualTo(1);
    call(mutated, "one", buffer);
    assertThat(buffer.refCnt()).isZero();
  }

  @Test
  void countsExecutions() throws Exception {
    Class<?> counted = load("count");
    Coverage.take();
    left(counted, "one");
    left(counted, "one");

    assertThat(Coverage.take()).isEqualTo(Map.of(TYPE + ".one(Lio/netty/buffer/ByteBuf;)V#0", 2L));
    assertThat(Coverage.take()).isEmpty();
  }

  private static int left(Class<?> type, String method) throws Exception {
    ByteBuf buffer = Unpooled.buffer();
    call(type, method, buffer);
    int left = buffer.refCnt();
    if (left > 0) {
      buffer.release(left);
    }
    return left;
  }

  private static Object call(Class<?> type, String name, ByteBuf buffer) throws Exception {
    Method method = type.getMethod(name, ByteBuf.class);
    Object result = method.invoke(null, buffer);
    return result == null ? "nothing" : result;
  }

  private static Class<?> load(String argument) throws IOException {
    return define(Agent.of(argument).transform(bytes()));
  }

  private static byte[] bytes() throws IOException {
    String file = TYPE.substring(TYPE.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = ChangingTest.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  private static Class<?> define(byte[] bytes) {
    return new ClassLoader(ChangingTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(TYPE, bytes, 0, bytes.length);
      }
    }.define();
  }
}
