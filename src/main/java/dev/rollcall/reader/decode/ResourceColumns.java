package dev.rollcall.reader.decode;

import dev.rollcall.recording.Moment;
import org.jspecify.annotations.Nullable;

/** The columns that Rollcall's events have in common. */
final class ResourceColumns {
  private final SharedConstants constants;
  private final int time;
  private final int thread;
  private final int stack;
  private final int checkerId;
  private final int resourceId;
  private final int resourceType;

  ResourceColumns(Columns columns, SharedConstants constants) {
    this.constants = constants;
    time = columns.of("startTime");
    thread = columns.of("eventThread");
    stack = columns.of("stackTrace");
    checkerId = columns.of("checkerId");
    resourceId = columns.of("resourceId");
    resourceType = columns.of("resourceType");
  }

  Moment moment(@Nullable Object[] row) {
    return new Moment(
        Columns.nanos(row, time),
        constants.thread(Columns.thread(row, thread)),
        constants.site(Columns.stack(row, stack)));
  }

  int checkerId(@Nullable Object[] row) {
    return (int) Columns.count(row, checkerId, Integer.MAX_VALUE);
  }

  long resourceId(@Nullable Object[] row) {
    return Columns.count(row, resourceId);
  }

  String type(@Nullable Object[] row) {
    return constants.type(Columns.type(row, resourceType));
  }
}
