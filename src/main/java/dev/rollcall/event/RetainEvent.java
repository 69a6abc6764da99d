package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
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

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
