package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import org.jspecify.annotations.Nullable;

@Name("rollcall.LiveCount")
@Label("Live Count")
@Description("How many resources of a type are live: the curve over time")
@Period("1 s")
final class LiveCountEvent extends CheckerEvent {
  @Label("Resource Type")
  @Description("Class of the resources")
  @Nullable Class<?> resourceType;

  @Label("Live")
  @Description("Resources of the type in the live map")
  long live;

  @Label("Registered")
  @Description("Resources of the type registered so far")
  long registered;

  @Label("Unregistered")
  @Description("Resources of the type unregistered so far")
  long unregistered;
}
