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
  @Description("Sequence of the last step of this resource")
  int sequence;

  @Label("Site")
  @Description("Stack trace of the registration, a frame a line; absent when no site is held")
  @Nullable String site;

  @Label("Description")
  @Description("What the program said of the resource when it registered it")
  @Nullable String description;

  @Label("Ignored")
  @Description("Whether the resource is a wanted immortal")
  boolean ignored;
}
