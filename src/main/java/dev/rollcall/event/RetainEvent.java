package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("rollcall.Retain")
@Label("Resource Retained")
@Description("A reference to a resource was added")
@StackTrace
final class RetainEvent extends StepEvent {
  private static final RetainEvent PROBE = new RetainEvent();

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
