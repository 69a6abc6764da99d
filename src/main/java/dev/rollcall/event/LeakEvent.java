package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("rollcall.Leak")
@Label("Resource Leaked")
@Description("A leak check found the resource still registered")
final class LeakEvent extends LeakedEvent {
  @Label("Check Id")
  @Description("The leak check that found it")
  int checkId;
}
