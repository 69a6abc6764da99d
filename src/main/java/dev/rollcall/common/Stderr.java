package dev.rollcall.common;

import java.io.PrintStream;
import java.nio.charset.Charset;

/** The standard error stream, written to in one piece so that nothing comes between the lines. */
public final class Stderr {
  private Stderr() {}

  /** Prints a text, which should end with a line end. */
  public static void print(String text) {
    PrintStream stream = System.err;
    byte[] bytes = encoded(text);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  /** A text as the stream is expected to encode it. */
  public static byte[] encoded(String text) {
    return text.getBytes(charset());
  }

  private static Charset charset() {
    String name =
        System.getProperty("stderr.encoding", System.getProperty("native.encoding", "UTF-8"));
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }
}
