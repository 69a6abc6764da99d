package dev.rollcall.cli.watch;

import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.LiveCurve;
import dev.rollcall.analysis.growth.LowWater;
import dev.rollcall.attach.OpenNow;
import dev.rollcall.attach.OpenNow.OfType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** How each type has changed since it was first seen, as a report on a recording judges it. */
public final class Trends {
  private final Map<String, LiveCurve> curves = new HashMap<>();

  /** Adds a moment. */
  public List<Row> add(OpenNow now) {
    List<Row> rows = new ArrayList<>();
    for (OfType type : now.types()) {
      LiveCurve curve = curves.computeIfAbsent(type.type(), name -> new LiveCurve());
      curve.add(nanos(now.time()), type.open(), type.registered());
      OptionalDouble perMinute =
          LowWater.of(type.type(), curve).map(Growth::perMinute).stream()
              .mapToDouble(Double::doubleValue)
              .findFirst();
      rows.add(new Row(type, perMinute));
    }
    return rows;
  }

  private static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }
}
