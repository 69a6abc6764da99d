package dev.rollcall.event;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** What a leak check and a checkpoint both say of a resource that is in the live map. */
abstract class LeakedEvent extends ResourceEvent {
  @Label("Reference Count")
  @Description("Number of references that resulted, or that there are; -1 where it is not known")
  long refCount;

  @Label("Age")
  @Description("Time since the resource was registered")
  @Timespan(Timespan.MILLISECONDS)
  long age;

  @Label("State")
  @Description(
      "What the collector says: held is not collected so far; lost is collected, so that nobody"
          + " can ever release it")
  String state = "held";

  @Label("Fingerprint")
  @Description("Leak group: type and normalised registration site; absent when no site is held")
  @Nullable String fingerprint;

  @Label("Owner Id")
  @Description("Id of the resource that owns this one, or has the reference; 0 where there is none")
  @MemoryAddress
  long ownerId;

  @Label("Bytes")
  @Description("Number of bytes held, as said at registration; 0 where nothing was said")
  @DataAmount
  long bytes;

  @Label("Is Followed")
  @Description("Whether the steps of this resource were to be recorded")
  boolean followed = true;
}
