package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

@Name("rollcall.Misuse")
@Label("Misuse")
@Description("A resource was registered twice, released too often or used after its end")
@StackTrace
final class MisuseEvent extends ResourceEvent {
  @Label("Kind")
  @Description("What was done wrong, in one word that stays the same")
  String kind = "";

  @Label("Message")
  @Description("What was done wrong, in a sentence")
  @Nullable String message;
}
