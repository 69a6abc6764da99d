package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;

@Name("rollcall.Checkpoint")
@Label("Checkpoint")
@Description("Totals of a checker since it was made, exact whatever was recorded or lost")
@Period("endChunk")
final class CheckpointEvent extends CheckerEvent {
  @Label("Phase")
  @Description(
      "start: a recording started; chunk: a chunk ended; exit: the JVM, or the checker, ends")
  String phase = "";

  @Label("Registered")
  @Description("Resources registered so far")
  long registered;

  @Label("Unregistered")
  @Description("Resources unregistered so far")
  long unregistered;

  @Label("Live")
  @Description("Resources in the live map, the ignored included")
  long live;

  @Label("Ignored")
  @Description("Wanted immortals among the live")
  long ignored;

  @Label("Written")
  @Description("How many of the live this checkpoint wrote as rollcall.Live, the oldest first")
  long written;
}
