package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("rollcall.Unregister")
@Label("Resource Unregistered")
@Description("A resource left the live map")
@StackTrace
final class UnregisterEvent extends ResourceEvent {
  private static final UnregisterEvent PROBE = new UnregisterEvent();

  @Label("Sequence")
  @Description(
      "Sequence of the last step of this resource: a smaller one seen last means lost events")
  int sequence;

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
