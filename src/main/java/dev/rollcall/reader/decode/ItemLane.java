package dev.rollcall.reader.decode;

import dev.rollcall.recording.RecordingEvent;
import org.jspecify.annotations.Nullable;

/** The events among the items of one type, which come in the order of their times. */
final class ItemLane {
  private final ItemRows rows;
  private final Decoder decoder;
  private @Nullable RecordingEvent head;
  private long time;
  private boolean damaged;

  ItemLane(ItemRows rows, Decoder decoder) {
    this.rows = rows;
    this.decoder = decoder;
  }

  /** Goes to the first event, or the next; false where there is none. */
  boolean advance() {
    head = null;
    @Nullable Object[] row = rows.next();
    while (row != null && head == null) {
      try {
        head = decoder.decode(row);
      } catch (IllegalArgumentException | ArithmeticException e) {
        // A number that cannot be: the bytes were damaged, and the parser could not know.
        damaged = true;
      }
      if (head == null) {
        row = rows.next();
      } else {
        time = head.moment().time();
      }
    }
    return head != null;
  }

  /** The event it has come to. */
  RecordingEvent head() {
    if (head == null) {
      throw new IllegalStateException("there is no event");
    }
    return head;
  }

  /** When that was, nanoseconds since 1970. */
  long time() {
    return time;
  }

  /** Whether an item had to be passed over. */
  boolean isDamaged() {
    return damaged;
  }
}
