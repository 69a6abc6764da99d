package dev.rollcall.event;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

@Name("rollcall.Lost")
@Label("Resource Lost")
@Description("A registered resource was collected: nobody can release it any more")
final class LostEvent extends ResourceEvent {
  @Label("Fingerprint")
  @Description("Leak group: type and normalised registration site; absent when no site is held")
  @Nullable String fingerprint;
}
