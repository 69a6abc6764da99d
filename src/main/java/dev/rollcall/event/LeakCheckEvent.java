package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("rollcall.LeakCheck")
@Label("Leak Check")
@Description("The roll was called: totals of one leak check")
@StackTrace
final class LeakCheckEvent extends CheckerEvent {
  @Label("Check Id")
  @Description("Serial number of the leak check, unique in its JVM")
  @MemoryAddress
  int checkId;

  @Label("Trigger")
  @Description(
      "What called the roll: demand is check(); final is finalCheck(), which stands for the exit;"
          + " exit is the end of the JVM; test is the end of a test that has a recording of its"
          + " own, and of its own resources only")
  String trigger = "";

  @Label("Test")
  @Description("The test whose resources were looked at; empty where all were")
  String test = "";

  @Label("Registered")
  @Description("Number of resources registered so far; of the type, if there is one")
  long registered;

  @Label("Unregistered")
  @Description("Number of resources unregistered so far; of the type, if there is one")
  long unregistered;

  @Label("Live")
  @Description(
      "Number of resources in the live map, the ignored included; of the type, if there is one")
  long live;

  @Label("Ignored")
  @Description("Number of wanted immortals among the live resources")
  long ignored;

  @Label("Unfollowed")
  @Description("Number of registered resources so far whose steps were not to be recorded")
  long unfollowed;

  @Label("Unfollowed and Unregistered")
  @Description("Number of unregistered resources so far whose steps were not to be recorded")
  long unfollowedEnded;

  @Label("Leaked")
  @Description("Number of live resources that are not ignored; of the test, if there is one")
  long leaked;
}
