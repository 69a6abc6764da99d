package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

@Name("rollcall.LiveGroup")
@Label("Live Resources Beyond the Cap")
@Description(
    "Exact number of live resources of one group that a checkpoint did not write one by one")
final class LiveGroupEvent extends CheckerEvent {
  @Label("Resource Type")
  @Description("Class of the resources")
  @Nullable Class<?> resourceType;

  @Label("Fingerprint")
  @Description("Leak group: type and normalised registration site; absent when no site is held")
  @Nullable String fingerprint;

  @Label("Count")
  @Description("How many resources of the group are live and not written one by one")
  long count;

  @Label("Ignored")
  @Description("Whether the resources are wanted immortals")
  boolean ignored;

  @Label("Site")
  @Description("Stack trace of the registration, a frame a line; absent when no site is held")
  @Nullable String site;
}
