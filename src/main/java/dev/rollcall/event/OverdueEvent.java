package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

@Name("rollcall.Overdue")
@Label("Resource Overdue")
@Description(
    "A live resource became older than rollcall.expect allows; once more at the end of each chunk"
        + " while it is, and when it was released. No leak")
final class OverdueEvent extends ResourceEvent {
  @Label("Returned")
  @Description("Whether the resource was released, late, rather than found overdue")
  boolean returned;

  @Label("Age")
  @Description("Time since the resource was registered")
  @Timespan(Timespan.MILLISECONDS)
  long age;

  @Label("Expected")
  @Description("How long resources of the type may live")
  @Timespan(Timespan.MILLISECONDS)
  long expected;

  @Label("Fingerprint")
  @Description("Leak group: type and normalised registration site; absent when no site is held")
  @Nullable String fingerprint;

  @Label("Site")
  @Description("Stack trace of the registration, a frame a line; absent when no site is held")
  @Nullable String site;

  @Label("Holder")
  @Description(
      "Name of the thread that took the last recorded step, or registered the resource; absent when"
          + " it is not known any more, and when the resource was released")
  @Nullable String holder;

  @Label("Holder Has Ended")
  @Description("Whether the thread that held the resource has ended")
  boolean holderEnded;

  @Label("Holder's Stack")
  @Description(
      "Stack trace of the holder when the resource was found overdue, a frame a line; absent where"
          + " it was not taken")
  @Nullable String holderStack;

  @Label("Others")
  @Description(
      "Number of further resources of the group of which the same is true, and which have no event"
          + " of their own")
  long others;
}
