package dev.rollcall.report.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** JSON's own escapes, and one for DEL, the only ASCII control character that JSON allows as is. */
final class AsciiEscapes extends CharacterEscapes {
  @Serial private static final long serialVersionUID = 1;

  private static final int DEL = 0x7f;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] escapes = standardAsciiEscapesForJSON();
    escapes[DEL] = ESCAPE_STANDARD;
    return escapes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return null;
  }
}
