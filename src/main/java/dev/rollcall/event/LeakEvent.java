package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;

@Name("rollcall.Leak")
@Label("Resource Leaked")
@Description("A leak check found the resource still registered")
final class LeakEvent extends LeakedEvent {
  @Label("Check Id")
  @Description("Serial number of the leak check, unique in its JVM")
  @MemoryAddress
  int checkId;
}
