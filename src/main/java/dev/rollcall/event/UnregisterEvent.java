package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
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
      "Order of the steps of one resource, modulo 2^32; at its end and at a checkpoint, that of its"
          + " last step")
  int sequence;

  @Label("By Collector")
  @Description("Whether a cleaner or finalizer released the resource, and not the program")
  boolean byCollector;

  @Label("Last Release")
  @Description(
      "Whether this is also the release of the last reference, which has no event of its own then")
  boolean lastRelease;

  @Label("Owner Id")
  @Description("Id of the resource that owns this one, or has the reference; 0 where there is none")
  @MemoryAddress
  long ownerId;

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
