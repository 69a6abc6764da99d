package dev.rollcall.reader.decode;

import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Request;
import dev.rollcall.recording.Request.Field;
import dev.rollcall.recording.Request.Role;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Decoders of the events that tell of requests: the spans and scopes of OpenTelemetry, the requests
 * of Quarkus, and any event with contextual fields.
 */
public final class RequestDecoders {
  private static final String SPAN = "io.opentelemetry.trace.Span";
  private static final String SCOPE = "io.opentelemetry.context.Scope";
  private static final String QUARKUS = "quarkus.Rest";

  /** Fields that say what was done, whoever's event it is. */
  private static final Set<String> OPERATIONS =
      Set.of(
          "operation",
          "operationname",
          "name",
          "method",
          "httpmethod",
          "route",
          "httproute",
          "path",
          "uri",
          "url",
          "endpoint",
          "request",
          "command",
          "action");

  private static final int LONGEST = 200;

  private final Columns columns;
  private final SharedConstants constants;
  private final int time;
  private final int thread;
  private final int duration;

  private RequestDecoders(Columns columns, SharedConstants constants) {
    this.columns = columns;
    this.constants = constants;
    time = columns.of("startTime");
    thread = columns.of("eventThread");
    duration = columns.of("duration");
  }

  /** The types that tell of requests, whatever their fields. */
  public static Set<String> known() {
    return Set.of(SPAN, SCOPE, QUARKUS);
  }

  /**
   * The decoder of an event type; {@code null} for a type that is not of interest.
   *
   * @param contextual the contextual fields of event types, as far as that is known
   */
  public static @Nullable Decoder of(
      String eventType,
      List<ValueField> fields,
      Map<String, Set<String>> contextual,
      SharedConstants constants) {
    RequestDecoders decoders = new RequestDecoders(new Columns(fields), constants);
    return switch (eventType) {
      case SPAN -> decoders.decoder(Role.SPAN, eventType, List.of("operationName"));
      case SCOPE -> decoders.decoder(Role.SCOPE, eventType, List.of());
      case QUARKUS -> decoders.decoder(Role.WORK, eventType, List.of("httpMethod", "uri"));
      default -> {
        Set<String> own = contextual.getOrDefault(eventType, Set.of());
        yield own.isEmpty()
            ? null
            : decoders.decoder(
                Role.WORK,
                eventType,
                fields.stream().map(ValueField::getIdentifier).filter(own::contains).toList());
      }
    };
  }

  private Decoder decoder(Role role, String type, List<String> names) {
    int spanId = role == Role.WORK ? -1 : columns.of("spanId");
    int[] at = names.stream().mapToInt(columns::of).toArray();
    String exampleName = role == Role.WORK && !type.equals(QUARKUS) ? id(names) : "traceId";
    int example = exampleName == null ? -1 : columns.of(exampleName);
    return row -> {
      long lasted = Columns.span(row, duration);
      if (lasted <= 0) {
        // What takes no time has nothing within it.
        return null;
      }
      List<Field> fields = new ArrayList<>(at.length);
      for (int i = 0; i < at.length; i++) {
        String value = value(row, at[i]);
        if (value != null) {
          fields.add(new Field(names.get(i), isOperation(names.get(i)), value));
        }
      }
      String found = value(row, example);
      Moment began =
          new Moment(
              Columns.nanos(row, time), constants.thread(Columns.thread(row, thread)), Site.NONE);
      return new ContextEvent.RequestRan(
          began,
          Math.addExact(began.time(), lasted),
          new Request(
              role,
              type,
              fields,
              value(row, spanId),
              found == null ? null : exampleName + "=" + found));
    };
  }

  private static boolean isOperation(String name) {
    return OPERATIONS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The field that finds one of many: that of a trace, or else the first id. */
  private static @Nullable String id(List<String> names) {
    List<String> ids =
        names.stream().filter(name -> name.toLowerCase(Locale.ROOT).endsWith("id")).toList();
    return ids.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("trace"))
        .findFirst()
        .orElse(ids.isEmpty() ? null : ids.get(0));
  }

  /** A value as text; null where there is none, or none that tells one request from another. */
  private static @Nullable String value(@Nullable Object[] row, int column) {
    Object value = Columns.any(row, column);
    String text =
        value instanceof IQuantity quantity
            ? String.valueOf(quantity.longValue())
            : value instanceof String || value instanceof Number || value instanceof Boolean
                ? value.toString()
                : null;
    if (text == null || text.isEmpty()) {
      return null;
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
