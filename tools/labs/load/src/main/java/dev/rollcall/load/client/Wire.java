package dev.rollcall.load.client;

import dev.rollcall.load.Protocol;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A protocol as one connection of a client speaks it, one request at a time. */
interface Wire {
  static Wire of(Protocol protocol) {
    return switch (protocol) {
      case HTTP -> new HttpWire();
      case GRPC -> new GrpcWire();
    };
  }

  /** Writes what comes before the first request. */
  void open(ByteBuffer out);

  void request(ByteBuffer out);

  /**
   * Reads what is complete, and writes what is to be answered at once.
   *
   * @return whether the answer to the request is complete
   * @throws IOException if the server refused the request, or something is not understood
   */
  boolean read(ByteBuffer in, ByteBuffer out) throws IOException;
}
