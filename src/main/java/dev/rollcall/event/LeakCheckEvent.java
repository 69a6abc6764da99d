package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("rollcall.LeakCheck")
@Label("Leak Check")
@Description("The roll was called: totals of one leak check")
@StackTrace
final class LeakCheckEvent extends CheckerEvent {
  @Label("Check Id")
  @Description("Serial number of the leak check, unique in its JVM")
  int checkId;

  @Label("Trigger")
  @Description(
      "demand: check(); final: finalCheck(), which stands for the exit; exit: JVM shutdown")
  String trigger = "";

  @Label("Registered")
  @Description("Resources registered so far")
  long registered;

  @Label("Unregistered")
  @Description("Resources unregistered so far")
  long unregistered;

  @Label("Live")
  @Description("Resources in the live map, the ignored included")
  long live;

  @Label("Ignored")
  @Description("Wanted immortals among the live")
  long ignored;

  @Label("Leaked")
  @Description("Live resources that are not ignored")
  long leaked;
}
