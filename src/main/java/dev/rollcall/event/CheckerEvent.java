package dev.rollcall.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.StackTrace;

/** What every Rollcall event carries: the checker it comes from. */
@Category("Rollcall")
@StackTrace(false)
abstract class CheckerEvent extends Event {
  @Label("Checker Id")
  @Description("The checker that the event comes from; 0 is the global checker")
  @MemoryAddress
  int checkerId;
}
