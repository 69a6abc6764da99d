package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;

@Name("rollcall.Use")
@Label("Resource Used")
@Description("A resource was used for the first time after a step, as far as an adapter tells")
@StackTrace
final class UseEvent extends StepEvent {
  private static final UseEvent PROBE = new UseEvent();

  /** Passes every event; see {@link LivesSetting}. */
  @SettingDefinition
  @Name("lives")
  @Label("Lives")
  @Description(
      "Of how many followed lives of each type a second the uses are recorded: all, or a number as"
          + " in 100/s")
  boolean lives(LivesSetting.OfUses setting) {
    return true;
  }

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
