package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;

/** One step in the life of a resource between its registration and its end. */
abstract class StepEvent extends ResourceEvent {
  @Label("Sequence")
  @Description(
      "Order of the steps of one resource, modulo 2^32; at its end and at a checkpoint, that of its"
          + " last step")
  int sequence;
}
