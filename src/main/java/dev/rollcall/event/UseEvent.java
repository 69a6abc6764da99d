package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("rollcall.Use")
@Label("Resource Used")
@Description("A resource was used for the first time after a step, as far as an adapter tells")
@StackTrace
final class UseEvent extends StepEvent {
  private static final UseEvent PROBE = new UseEvent();

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
