package dev.rollcall.event;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

@Name("rollcall.Register")
@Label("Resource Registered")
@Description("A resource entered the live map")
@StackTrace
final class RegisterEvent extends ResourceEvent {
  private static final RegisterEvent PROBE = new RegisterEvent();

  @Label("Description")
  @Description("What the program said of the resource when it registered it")
  @Nullable String description;

  @Label("Owner Id")
  @Description("Id of the resource that owns this one, or has the reference; 0 where there is none")
  @MemoryAddress
  long ownerId;

  @Label("Bytes")
  @Description("Number of bytes held, as said at registration; 0 where nothing was said")
  @DataAmount
  long bytes;

  @Label("Uses")
  @Description("Whether the uses of this resource are recorded, where uses are recorded at all")
  boolean uses = true;

  /** Passes every event; see {@link LivesSetting}. */
  @SettingDefinition
  @Name("lives")
  @Label("Lives")
  @Description("How many lives of each type are followed in a second: all, or a number as in 100/s")
  boolean lives(LivesSetting.OfSteps setting) {
    return true;
  }

  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
