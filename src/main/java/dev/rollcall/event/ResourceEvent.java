package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import org.jspecify.annotations.Nullable;

/**
 * An event about one resource. The id has the content type of an address because that is the only
 * kind of id Mission Control can filter on, group by and match between event types.
 */
abstract class ResourceEvent extends CheckerEvent {
  @Label("Resource Id")
  @Description("Serial number of the registration, unique in its JVM; 0 when the id is not known")
  @MemoryAddress
  long resourceId;

  @Label("Resource Type")
  @Description("Class of the resource")
  @Nullable Class<?> resourceType;
}
