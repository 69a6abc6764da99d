package dev.rollcall.bench.peer;

import jdk.jfr.Event;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A bare event with the fields of {@code rollcall.Retain} and, for the note, of {@code Touch}. */
@Name("bench.Step")
public final class StepEvent extends Event {
  int checkerId;
  @MemoryAddress long resourceId;
  @Nullable Class<?> resourceType;
  int sequence;
  long refCount;
  @Nullable String note;

  /** Commits one. */
  public static void commit(Object resource, long refCount, @Nullable String note) {
    StepEvent event = new StepEvent();
    event.resourceId = System.identityHashCode(resource);
    event.resourceType = resource.getClass();
    event.refCount = refCount;
    event.note = note;
    event.commit();
  }
}
