package dev.rollcall.event;

import jdk.jfr.DataAmount;
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
  @Description("Class of the resource")
  @Nullable Class<?> resourceType;

  @Label("Fingerprint")
  @Description("Leak group: type and normalised registration site; absent when no site is held")
  @Nullable String fingerprint;

  @Label("Count")
  @Description("Number of resources of the group that are live and not written one by one")
  long count;

  @Label("Is Ignored")
  @Description("Whether it is a wanted immortal, which does not count as leaked")
  boolean ignored;

  @Label("Site")
  @Description("Stack trace of the registration, a frame a line; absent when no site is held")
  @Nullable String site;

  @Label("Bytes")
  @Description("Number of bytes held, as said at registration; 0 where nothing was said")
  @DataAmount
  long bytes;
}
