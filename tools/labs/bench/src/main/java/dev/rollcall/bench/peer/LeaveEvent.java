package dev.rollcall.bench.peer;

import jdk.jfr.Event;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A bare event with the fields of {@code rollcall.Unregister}. */
@Name("bench.Leave")
final class LeaveEvent extends Event {
  int checkerId;
  @MemoryAddress long resourceId;
  @Nullable Class<?> resourceType;
  int sequence;

  static void commit(Resource resource) {
    LeaveEvent event = new LeaveEvent();
    event.resourceId = System.identityHashCode(resource);
    event.resourceType = resource.getClass();
    event.commit();
  }
}
