package dev.rollcall.reader.decode;

import dev.rollcall.recording.RecordingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Turns the parser's array of values for one event type into an event; {@code null} for one that is
 * of no interest.
 */
@FunctionalInterface
public interface Decoder {
  @Nullable RecordingEvent decode(@Nullable Object[] row);

  /** The decoder of an event type; {@code null} for a type that is not of interest. */
  static @Nullable Decoder of(
      String eventType, List<ValueField> fields, SharedConstants constants) {
    if (!eventType.startsWith("rollcall.")) {
      return null;
    }
    Columns columns = new Columns(fields);
    ResourceColumns resource = new ResourceColumns(columns, constants);
    return switch (eventType) {
      case "rollcall.Register" -> StepDecoders.registered(columns, resource);
      case "rollcall.Unregister" -> StepDecoders.unregistered(columns, resource);
      case "rollcall.Retain" -> StepDecoders.counted(columns, resource, true);
      case "rollcall.Release" -> StepDecoders.counted(columns, resource, false);
      case "rollcall.Touch" -> StepDecoders.touched(columns, resource);
      case "rollcall.Use" -> StepDecoders.used(columns, resource);
      case "rollcall.Misuse" -> StepDecoders.misused(columns, resource);
      case "rollcall.Lost" -> StepDecoders.lost(columns, resource);
      case "rollcall.Leak" -> CheckDecoders.leak(columns, resource);
      case "rollcall.LeakCheck" -> CheckDecoders.leakCheck(columns, resource);
      case "rollcall.Live" -> CheckDecoders.live(columns, resource, constants);
      case "rollcall.LiveGroup" -> CheckDecoders.liveGroup(columns, resource, constants);
      case "rollcall.Overdue" -> CheckDecoders.overdue(columns, resource, constants);
      case "rollcall.LiveCount" -> CheckDecoders.liveCount(columns, resource);
      case "rollcall.Checkpoint" -> CheckDecoders.checkpoint(columns, resource);
      default -> null;
    };
  }
}
