package dev.rollcall.reader.decode;

import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Decoders of the JVM's and of JUnit's events that tell what went on around a resource. */
public final class ContextDecoders {
  private static final int MESSAGE = 200;

  /** Rollcall makes a throwable to find out where it is; nobody throws it. */
  private static final String OWN = "dev.rollcall.internal.";

  /** So does Netty, of some buffers or of all. */
  private static final String NETTYS = "io.netty.util.ResourceLeakDetector$";

  private static final Set<String> LINKING =
      Set.of("java.lang.ClassLoader", "java.lang.invoke.MethodHandleNatives");

  private final Columns columns;
  private final SharedConstants constants;
  private final int time;
  private final int thread;

  private ContextDecoders(Columns columns, SharedConstants constants) {
    this.columns = columns;
    this.constants = constants;
    time = columns.of("startTime");
    thread = columns.of("eventThread");
  }

  /** The decoder of an event type; {@code null} for a type that is not of interest. */
  public static @Nullable Decoder of(
      String eventType, List<ValueField> fields, SharedConstants constants) {
    ContextDecoders decoders = new ContextDecoders(new Columns(fields), constants);
    return switch (eventType) {
      case "jdk.JavaExceptionThrow", "jdk.JavaErrorThrow" -> decoders.thrown();
      case "jdk.ThreadEnd", "jdk.VirtualThreadEnd" -> decoders.threadEnded();
      case "org.junit.TestExecution" -> decoders.testRan();
      case "org.junit.TestPlanExecution" -> decoders.testPlanRan();
      default -> null;
    };
  }

  private Moment moment(@Nullable Object[] row, Site site) {
    return new Moment(
        Columns.nanos(row, time), constants.thread(Columns.thread(row, thread)), site);
  }

  private Decoder thrown() {
    int thrownClass = columns.of("thrownClass");
    int message = columns.of("message");
    int stack = columns.of("stackTrace");
    return row -> {
      String type = constants.type(Columns.type(row, thrownClass));
      if (type.startsWith(OWN) || type.startsWith(NETTYS)) {
        return null;
      }
      Site site = constants.site(Columns.stack(row, stack));
      return isOfLinking(site)
          ? null
          : new ContextEvent.Thrown(moment(row, site), type, beginning(Columns.text(row, message)));
    };
  }

  /** Looking for a class or a method in several places, the JVM throws, catches, and goes on. */
  private static boolean isOfLinking(Site site) {
    return site.frames().stream().map(StackTraceElement::getClassName).anyMatch(LINKING::contains);
  }

  private static @Nullable String beginning(@Nullable String message) {
    return message == null || message.length() <= MESSAGE
        ? message
        : message.substring(0, MESSAGE) + "...";
  }

  private Decoder threadEnded() {
    return row -> new ContextEvent.ThreadEnded(moment(row, Site.NONE));
  }

  private Decoder testRan() {
    int type = columns.of("type");
    int uniqueId = columns.of("uniqueId");
    int name = columns.of("displayName");
    int duration = columns.of("duration");
    return row -> {
      if (!"TEST".equals(Columns.text(row, type))) {
        return null;
      }
      Moment began = moment(row, Site.NONE);
      return new ContextEvent.TestRan(
          began,
          Objects.requireNonNullElse(Columns.text(row, uniqueId), ""),
          Objects.requireNonNullElse(Columns.text(row, name), ""),
          end(began, row, duration));
    };
  }

  private Decoder testPlanRan() {
    int duration = columns.of("duration");
    return row -> {
      Moment began = moment(row, Site.NONE);
      return new ContextEvent.TestPlanRan(began, end(began, row, duration));
    };
  }

  private static long end(Moment began, @Nullable Object[] row, int duration) {
    return Math.addExact(began.time(), Math.max(0, Columns.span(row, duration)));
  }
}
