package dev.rollcall.agent.hook;

import java.io.File;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What tells one resource from another: a file's name, an address. Calls methods of the JDK's own
 * classes only, never one that the program has written.
 */
final class Descriptions {
  private static final int MOST = 500;

  private Descriptions() {}

  /** Loads what it needs. */
  static void rehearse() {
    if (of(new byte[0]) == null) {
      throw new IllegalStateException("no description of nothing");
    }
  }

  /** That of what was opened with such an argument; null if it tells nothing. */
  static @Nullable String of(@Nullable Object argument) {
    if (argument == null) {
      return null;
    }
    if (argument instanceof String text) {
      return cut(text);
    }
    if (argument.getClass() == File.class) {
      return cut(((File) argument).getPath());
    }
    if (argument instanceof SocketAddress address) {
      return ofAddress(address);
    }
    if (argument instanceof Path path && path.getClass().getClassLoader() == null) {
      return cut(path.toString());
    }
    return argument instanceof byte[] bytes ? cut(ofBytes(bytes)) : null;
  }

  /** Without a look at the name service. */
  private static @Nullable String ofAddress(SocketAddress address) {
    return address.getClass() == InetSocketAddress.class
            || address.getClass().getClassLoader() == null
        ? cut(address.toString())
        : null;
  }

  /** A text as C has it. */
  private static String ofBytes(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    return new String(bytes, 0, length, Charset.defaultCharset());
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(text.length() - MOST);
  }
}
