package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("rollcall.Release")
@Label("Resource Released")
@Description("A reference to a resource was given up")
@StackTrace
final class ReleaseEvent extends StepEvent {
  private static final ReleaseEvent PROBE = new ReleaseEvent();

  @Label("Reference Count")
  @Description("Number of references that resulted, or that there are; -1 where it is not known")
  long refCount;

  @Label("Owner Id")
  @Description("Id of the resource that owns this one, or has the reference; 0 where there is none")
  @MemoryAddress
  long ownerId;

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
