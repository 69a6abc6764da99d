package dev.rollcall.reader.packed;

import java.io.IOException;
import java.io.Serial;

/** What comes out is no recording, and nobody says that it is. */
final class SkippedException extends IOException {
  @Serial private static final long serialVersionUID = 1;
}
