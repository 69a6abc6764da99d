package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

@Name("rollcall.Live")
@Label("Resource Live at Checkpoint")
@Description("The resource was registered and not released when the chunk ended")
final class LiveEvent extends LeakedEvent {
  @Label("Registered At")
  @Description("When the resource was registered, to a few tenths of a second")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long registeredAt;

  @Label("Registered By")
  @Description("Name of the thread that registered the resource")
  @Nullable String registeredBy;

  @Label("Sequence")
  @Description(
      "Order of the steps of one resource, modulo 2^32; at its end and at a checkpoint, that of its"
          + " last step")
  int sequence;

  @Label("Site")
  @Description("Stack trace of the registration, a frame a line; absent when no site is held")
  @Nullable String site;

  @Label("Description")
  @Description("What the program said of the resource when it registered it")
  @Nullable String description;

  @Label("Is Ignored")
  @Description("Whether it is a wanted immortal, which does not count as leaked")
  boolean ignored;
}
