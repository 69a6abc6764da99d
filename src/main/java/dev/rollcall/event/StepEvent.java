package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;

/** One step in the life of a resource between its registration and its end. */
abstract class StepEvent extends ResourceEvent {
  @Label("Sequence")
  @Description("Order of the steps of one resource, compared modulo 2^32")
  int sequence;
}
