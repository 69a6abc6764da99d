package dev.rollcall.cli.watch;

import dev.rollcall.attach.OpenNow;
import java.util.List;
import java.util.OptionalDouble;

/** What each type has been like since it was first seen. */
public final class Trends {
  /** Adds a moment. */
  public List<Row> add(OpenNow now) {
    return now.types().stream().map(type -> new Row(type, OptionalDouble.empty())).toList();
  }
}
