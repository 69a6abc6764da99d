package dev.rollcall.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of a request, span or other piece of work.
 *
 * @param role how it is to be taken
 * @param type the event type
 * @param fields what may tell it from others, in the order of the event's fields
 * @param spanId the span that it is or belongs to; null where there is none
 * @param example what finds this one in other tools, {@code traceId=4bf92f}; null where there is
 *     nothing
 */
public record Request(
    Role role, String type, List<Field> fields, @Nullable String spanId, @Nullable String example) {
  public Request {
    fields = List.copyOf(fields);
  }

  /** How an event is to be taken. */
  public enum Role {
    /** A piece of work on the event's thread. */
    WORK,
    /** A span; where it ran, its scopes say, if there are any. */
    SPAN,
    /** A span was current on the thread for a while; what it is called, its own event says. */
    SCOPE
  }

  /**
   * A field of the event.
   *
   * @param operation whether it says by itself what was done: a method, a path, the name of a span
   */
  public record Field(String name, boolean operation, String value) {}
}
