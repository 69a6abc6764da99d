package dev.rollcall.load;

import java.util.Locale;

/** What a server and its client speak. */
public enum Protocol {
  /** HTTP/1.1, a POST of 1 kB answered by 1 kB. */
  HTTP("Netty, HTTP/1.1"),
  /** gRPC, a unary call of 1 kB answered by 1 kB. */
  GRPC("gRPC");

  /** How many bytes a request and its answer carry. */
  public static final int BODY_BYTES = 1_024;

  /** The path of the one gRPC method. */
  public static final String GRPC_METHOD = "rollcall.Load/Answer";

  final String label;

  Protocol(String label) {
    this.label = label;
  }

  /** What it is called on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one with a word.
   *
   * @throws IllegalArgumentException if there is none, with a sentence that lists all
   */
  static Protocol of(String word) {
    for (Protocol protocol : values()) {
      if (protocol.word().equals(word)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("There is no protocol \"" + word + "\": use http or grpc.");
  }
}
