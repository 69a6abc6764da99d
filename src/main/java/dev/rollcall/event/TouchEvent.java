package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

@Name("rollcall.Touch")
@Label("Resource Touched")
@Description("A resource was handed over, or its user left a note")
@StackTrace
final class TouchEvent extends StepEvent {
  private static final TouchEvent PROBE = new TouchEvent();

  @Label("Note")
  @Description("What the program said of the step")
  @Nullable String note;

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
