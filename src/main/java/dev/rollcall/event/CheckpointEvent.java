package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.Period;

@Name("rollcall.Checkpoint")
@Label("Checkpoint")
@Description("Totals of a checker since it was made, exact whatever was recorded or lost")
@Period("endChunk")
final class CheckpointEvent extends CheckerEvent {
  @Label("Phase")
  @Description(
      "When the checkpoint was written: start is that of a recording; chunk is the end of a chunk;"
          + " exit is the end of the JVM, or of the checker")
  String phase = "";

  @Label("Registered")
  @Description("Number of resources registered so far; of the type, if there is one")
  long registered;

  @Label("Unregistered")
  @Description("Number of resources unregistered so far; of the type, if there is one")
  long unregistered;

  @Label("Live")
  @Description(
      "Number of resources in the live map, the ignored included; of the type, if there is one")
  long live;

  @Label("Ignored")
  @Description("Number of wanted immortals among the live resources")
  long ignored;

  @Label("Unfollowed")
  @Description("Number of registered resources so far whose steps were not to be recorded")
  long unfollowed;

  @Label("Unfollowed and Unregistered")
  @Description("Number of unregistered resources so far whose steps were not to be recorded")
  long unfollowedEnded;

  @Label("Written")
  @Description("Number of live resources written one by one as rollcall.Live, the oldest first")
  long written;

  @Label("Labels")
  @Description(
      "What those who run the JVM call it, as rollcall.labels says: key=value, separated by commas;"
          + " empty where it says nothing")
  String labels = "";

  @MemoryAddress
  @Label("JVM Id")
  @Description(
      "What this JVM has drawn by lot: it tells it from every other one, also where process id and"
          + " start are the same")
  long jvmId;
}
