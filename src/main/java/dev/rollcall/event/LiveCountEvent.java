package dev.rollcall.event;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

@Name("rollcall.LiveCount")
@Label("Live Count")
@Description("How many resources of a type are live: the curve over time")
@Period("1 s")
final class LiveCountEvent extends CheckerEvent {
  @Label("Resource Type")
  @Description("Class of the resource")
  @Nullable Class<?> resourceType;

  @Label("Live")
  @Description(
      "Number of resources in the live map, the ignored included; of the type, if there is one")
  long live;

  @Label("Registered")
  @Description("Number of resources registered so far; of the type, if there is one")
  long registered;

  @Label("Unregistered")
  @Description("Number of resources unregistered so far; of the type, if there is one")
  long unregistered;

  @Label("Bytes")
  @Description("Number of bytes held, as said at registration; 0 where nothing was said")
  @DataAmount
  long bytes;

  @Label("Oldest")
  @Description(
      "Age of the oldest live resource of the type that is not ignored; -1 where there is none, or"
          + " it is not known at this moment")
  @Timespan(Timespan.MILLISECONDS)
  long oldest;

  @Label("Overdue")
  @Description("Number of live resources that are older than the program expects")
  long overdue;
}
