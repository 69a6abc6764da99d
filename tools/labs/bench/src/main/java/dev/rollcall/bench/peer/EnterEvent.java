package dev.rollcall.bench.peer;

import jdk.jfr.Event;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A bare event with the fields of {@code rollcall.Register}. */
@Name("bench.Enter")
final class EnterEvent extends Event {
  int checkerId;
  @MemoryAddress long resourceId;
  @Nullable Class<?> resourceType;
  @Nullable String description;

  static void commit(Resource resource) {
    EnterEvent event = new EnterEvent();
    event.resourceId = System.identityHashCode(resource);
    event.resourceType = resource.getClass();
    event.commit();
  }
}
