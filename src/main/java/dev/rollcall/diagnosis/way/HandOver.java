package dev.rollcall.diagnosis.way;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom a touch hands the resource to, as far as its note says it. */
public final class HandOver {
  /** Netty names the handler, in quotation marks and numbered. */
  private static final Pattern HANDLER = Pattern.compile("'([^'#]+)[^']*' will handle");

  private HandOver() {}

  /** Whether a step hands the resource to somebody. */
  public static boolean is(Stop stop) {
    return stop.kind() == Stop.Kind.TOUCH && is(stop.note());
  }

  /** Whether a note says so. */
  public static boolean is(@Nullable String note) {
    return note != null && note.contains("will handle");
  }

  /** The simple class name of who gets the resource; {@code null} where it is not said. */
  public static @Nullable String receiver(Stop stop) {
    return receiver(stop.note());
  }

  /** The same of a note. */
  public static @Nullable String receiver(@Nullable String note) {
    if (note == null) {
      return null;
    }
    Matcher handler = HANDLER.matcher(note);
    return handler.find() ? handler.group(1) : null;
  }
}
