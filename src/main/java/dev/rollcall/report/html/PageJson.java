package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Serial;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** JSON that can stand in a page: nothing in it ends the element that holds it. */
final class PageJson {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new NoMarkup())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private PageJson() {}

  static JsonGenerator generator(Writer writer) throws IOException {
    return FACTORY.createGenerator(writer);
  }

  /** Escapes what begins markup, too. */
  private static final class NoMarkup extends CharacterEscapes {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = standardAsciiEscapesForJSON();
      for (char c : new char[] {'<', '>', '&', 0x7f}) {
        escapes[c] = ESCAPE_STANDARD;
      }
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
