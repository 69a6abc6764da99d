package relay;

import java.nio.charset.StandardCharsets;

/** Turns a buffer into text and gives the buffer up. */
final class FrameDecoder {
  String decode(Buffer frame) throws MalformedFrame {
    frame.touch("handed to FrameDecoder");
    String text = new String(frame.bytes(), StandardCharsets.UTF_8);
    if (!text.startsWith("RELAY ")) {
      // Bug 1: the frame is not released on this path.
      throw new MalformedFrame(text);
    }
    frame.release();
    return text.substring("RELAY ".length());
  }

  static final class MalformedFrame extends Exception {
    private static final long serialVersionUID = 1;

    MalformedFrame(String text) {
      super("not a relay frame: " + text);
    }
  }
}
