package dev.rollcall.reader.packed;

import java.io.IOException;
import java.io.Serial;

/**
 * Packed data is not as it was made. The message goes on after "the gzip data", or whatever it is.
 */
final class DamagedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private DamagedException(String words) {
    super(words);
  }

  /** It ends where more should come. */
  static DamagedException cutShort() {
    return new DamagedException("ends too early");
  }

  /** It is not as the format has it. */
  static DamagedException damaged() {
    return new DamagedException("is damaged");
  }

  /** It came out as something else than went in. */
  static DamagedException wrongSum() {
    return new DamagedException("has a wrong check sum");
  }

  /** After its end comes what cannot be unpacked. */
  static DamagedException followed() {
    return new DamagedException("is followed by something else");
  }
}
