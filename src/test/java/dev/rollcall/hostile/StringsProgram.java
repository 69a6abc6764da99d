package dev.rollcall.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rollcall.LeakChecker;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Leaks and misuses resources whose every name and text would do something to a terminal. */
final class StringsProgram {
  /**
   * As many as a report names of a group: they are registered at once, each by a thread of its own,
   * so which of more it would name is not known.
   */
  static final List<String> TEXTS =
      List.of(
          "x".repeat(100_000),
          "\u001b[2J\u001b]0;title\u0007",
          "\r\nNo leaks: all 0 registered resources were released.\n",
          "\u202egpj.exe\u2066\u200f\ufeff\u2028\u2029nul\0nul\b\b\b\u009b31m\u0085\u0090\u007f"
              + "\ud800 \udc00 \udb40\udc01<script>alert('\"&')</script>",
          "\u001b".repeat(100_000));

  private static final List<Object> HELD = new ArrayList<>();

  private StringsProgram() {}

  public static void main(String[] args) throws Exception {
    LeakChecker checker = LeakChecker.global();
    Constructor<?> renamed = renamed();
    for (String text : TEXTS) {
      Object released = new Object();
      Thread thread = new Thread(() -> live(checker, renamed, text, released), text);
      thread.start();
      thread.join();
      // Says which thread released it first.
      checker.unregister(released);
    }
    checker.check();
  }

  private static void live(
      LeakChecker checker, Constructor<?> renamed, String text, Object released) {
    for (Object leaked : List.of(new Object(), made(renamed))) {
      HELD.add(leaked);
      checker.register(leaked, text);
      checker.touch(leaked, text);
      checker.register(leaked, text);
    }
    checker.register(released, text);
    checker.unregister(released);
  }

  private static Object made(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** {@link PlainName} under a name that resets a terminal; no compiler makes such a class. */
  private static Constructor<?> renamed() throws IOException, ReflectiveOperationException {
    byte[] bytes;
    try (InputStream in =
        Objects.requireNonNull(StringsProgram.class.getResourceAsStream("PlainName.class"))) {
      String plain = new String(in.readAllBytes(), ISO_8859_1);
      bytes = plain.replace("PlainName", "Plai\u001bc\r\nme".substring(0, 9)).getBytes(ISO_8859_1);
    }
    Class<?> type =
        new ClassLoader(StringsProgram.class.getClassLoader()) {
          Class<?> define() {
            return defineClass(null, bytes, 0, bytes.length);
          }
        }.define();
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor;
  }
}
