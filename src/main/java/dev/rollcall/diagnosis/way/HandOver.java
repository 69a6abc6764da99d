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
    String note = stop.note();
    return stop.kind() == Stop.Kind.TOUCH && note != null && note.contains("will handle");
  }

  /** The simple class name of who gets the resource; {@code null} where it is not said. */
  public static @Nullable String receiver(Stop stop) {
    if (stop.note() == null) {
      return null;
    }
    Matcher handler = HANDLER.matcher(stop.note());
    return handler.find() ? handler.group(1) : null;
  }
}
