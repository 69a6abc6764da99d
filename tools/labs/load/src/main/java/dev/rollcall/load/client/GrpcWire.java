package dev.rollcall.load.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rollcall.load.Protocol;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * gRPC on HTTP/2 (RFC 9113), as much of it as a client needs that knows what it will be answered.
 * Headers are sent uncompressed, and not read: a call that failed is known by its missing message.
 */
final class GrpcWire implements Wire {
  private static final byte DATA = 0;
  private static final byte HEADERS = 1;
  private static final byte RST_STREAM = 3;
  private static final byte SETTINGS = 4;
  private static final byte PING = 6;
  private static final byte GOAWAY = 7;
  private static final byte WINDOW_UPDATE = 8;

  private static final byte ACK = 1;
  private static final byte END_STREAM = 1;
  private static final byte END_HEADERS = 4;

  private static final int FRAME_HEAD_BYTES = 9;
  private static final int MESSAGE_HEAD_BYTES = 5;
  private static final int MESSAGE_BYTES = MESSAGE_HEAD_BYTES + Protocol.BODY_BYTES;

  /** How much is received before the server is told that it may send as much again. */
  private static final int WINDOW_STEP = 1 << 14;

  private static final byte[] HEADER_BLOCK = headerBlock();

  private int stream = -1;
  private int received;
  private int receivedOfAnswer;

  private static byte[] headerBlock() {
    ByteBuffer block = ByteBuffer.allocate(256);
    // Indices of HPACK's static table (RFC 7541, appendix A).
    block.put((byte) 0x83).put((byte) 0x86); // :method POST, :scheme http
    text(block.put((byte) 0x04), "/" + Protocol.GRPC_METHOD); // :path
    text(block.put((byte) 0x01), "localhost"); // :authority
    text(block.put((byte) 0x0f).put((byte) 0x10), "application/grpc"); // content-type
    text(block.put((byte) 0x00), "te");
    text(block, "trailers");
    byte[] bytes = new byte[block.position()];
    block.get(0, bytes);
    return bytes;
  }

  private static void text(ByteBuffer out, String text) {
    out.put((byte) text.length()).put(text.getBytes(US_ASCII));
  }

  private static void frame(ByteBuffer out, int length, byte type, int flags, int stream) {
    out.put((byte) 0).putShort((short) length).put(type).put((byte) flags).putInt(stream);
  }

  @Override
  public void open(ByteBuffer out) {
    out.put("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    frame(out, 0, SETTINGS, 0, 0);
  }

  @Override
  public void request(ByteBuffer out) {
    stream += 2;
    receivedOfAnswer = 0;
    frame(out, HEADER_BLOCK.length, HEADERS, END_HEADERS, stream);
    out.put(HEADER_BLOCK);
    frame(out, MESSAGE_BYTES, DATA, END_STREAM, stream);
    out.put((byte) 0).putInt(Protocol.BODY_BYTES);
    out.position(out.position() + Protocol.BODY_BYTES);
  }

  @Override
  public boolean read(ByteBuffer in, ByteBuffer out) throws IOException {
    boolean answered = false;
    while (in.remaining() >= FRAME_HEAD_BYTES) {
      int start = in.position();
      int length = in.getInt(start) >>> 8;
      if (in.remaining() < FRAME_HEAD_BYTES + length) {
        break;
      }
      byte flags = in.get(start + 4);
      in.position(start + FRAME_HEAD_BYTES);
      answered |= frame(in.get(start + 3), flags, length, in, out);
      in.position(start + FRAME_HEAD_BYTES + length);
    }
    return answered;
  }

  private boolean frame(byte type, byte flags, int length, ByteBuffer in, ByteBuffer out)
      throws IOException {
    switch (type) {
      case DATA -> receive(length, out);
      case HEADERS -> {
        return (flags & END_STREAM) != 0 && isWhole();
      }
      case SETTINGS -> {
        if ((flags & ACK) == 0) {
          frame(out, 0, SETTINGS, ACK, 0);
        }
      }
      case PING -> {
        if ((flags & ACK) == 0) {
          frame(out, length, PING, ACK, 0);
          out.putLong(in.getLong());
        }
      }
      case RST_STREAM, GOAWAY -> throw new IOException("the server sent an HTTP/2 frame " + type);
      default -> {
        // Windows are never filled by one request at a time.
      }
    }
    return false;
  }

  private void receive(int length, ByteBuffer out) {
    receivedOfAnswer += length;
    received += length;
    if (received >= WINDOW_STEP) {
      frame(out, Integer.BYTES, WINDOW_UPDATE, 0, 0);
      out.putInt(received);
      received = 0;
    }
  }

  private boolean isWhole() throws IOException {
    if (receivedOfAnswer != MESSAGE_BYTES) {
      throw new IOException("a call was answered by " + receivedOfAnswer + " bytes");
    }
    return true;
  }
}
