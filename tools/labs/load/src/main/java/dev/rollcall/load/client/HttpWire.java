package dev.rollcall.load.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rollcall.load.Protocol;
import java.io.IOException;
import java.nio.ByteBuffer;

/** HTTP/1.1. All answers are as long as the first, as they carry the same headers and body. */
final class HttpWire implements Wire {
  private static final byte[] REQUEST =
      ("POST /answer HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
              + Protocol.BODY_BYTES
              + "\r\n\r\n"
              + "x".repeat(Protocol.BODY_BYTES))
          .getBytes(US_ASCII);
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String END = "\r\n\r\n";

  private int answerBytes;

  @Override
  public void open(ByteBuffer out) {}

  @Override
  public void request(ByteBuffer out) {
    out.put(REQUEST);
  }

  @Override
  public boolean read(ByteBuffer in, ByteBuffer out) throws IOException {
    if (answerBytes == 0 && !learn(in)) {
      return false;
    }
    if (in.remaining() < answerBytes) {
      return false;
    }
    expectOk(in);
    in.position(in.position() + answerBytes);
    return true;
  }

  private boolean learn(ByteBuffer in) throws IOException {
    String text = US_ASCII.decode(in.duplicate()).toString();
    int head = text.indexOf(END);
    if (head < 0) {
      return false;
    }
    expectOk(in);
    answerBytes = head + END.length() + Protocol.BODY_BYTES;
    return true;
  }

  private static void expectOk(ByteBuffer in) throws IOException {
    for (int i = 0; i < OK.length(); i++) {
      if (in.get(in.position() + i) != OK.charAt(i)) {
        throw new IOException("the server answered: " + US_ASCII.decode(in.duplicate()));
      }
    }
  }
}
