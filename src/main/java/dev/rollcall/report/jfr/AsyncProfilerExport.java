package dev.rollcall.report.jfr;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.recording.Moment;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;

/**
 * Lives as async-profiler records native memory, so that its converter draws the leaks: a
 * registration is a {@code profiler.Malloc} of size 1 whose address is the resource id, a release
 * is the {@code profiler.Free} of that address. What has leaked is never freed, nor is what is
 * open, which stands below the frame {@code [open]}.
 *
 * <p>Lives of which that cannot be said are left out: those whose end is not known, and those that
 * are meant to last. An export is of one JVM, because resource ids are unique in one only.
 */
public final class AsyncProfilerExport {
  // Keeps the arithmetic below, in ticks, from overflow.
  private static final long MAX_TICKS = 1L << 60;

  private final ChunkWriter chunk;
  private final PoolWriter constants = new PoolWriter();
  private final long start;

  private long firstTick = MAX_TICKS;
  private long lastTick;
  private long leaked;
  private long open;
  private long released;
  private long leftOut;

  private AsyncProfilerExport(ChunkWriter chunk, long start) {
    this.chunk = chunk;
    this.start = start;
  }

  /** How many lives were written, by how they ended, and how many were left out. */
  public record Written(long leaked, long open, long released, long leftOut) {}

  /**
   * Writes lives to a file that is empty.
   *
   * @param lives the lives of one JVM
   * @param start when that JVM or its recording began, nanoseconds since 1970
   * @throws IOException if the file cannot be written
   */
  public static Written write(Iterator<History> lives, long start, FileChannel file)
      throws IOException {
    AsyncProfilerExport export = new AsyncProfilerExport(new ChunkWriter(file), start);
    while (lives.hasNext()) {
      export.life(lives.next());
    }
    export.finish();
    return new Written(export.leaked, export.open, export.released, export.leftOut);
  }

  private void life(History life) throws IOException {
    switch (life.verdict()) {
      case LEAKED -> {
        malloc(life);
        leaked++;
      }
      case RELEASED, MISUSED -> {
        if (life.steps().isEmpty()) {
          leftOut++;
        } else {
          long begun = malloc(life);
          Moment end = end(life.steps());
          // No sooner than it began, whatever the clock said: the converter sorts by time.
          free(Math.max(begun, tick(end)), constants.thread(end.thread()), life.resourceId());
          released++;
        }
      }
      case OPEN -> {
        if (life.steps().isEmpty()) {
          leftOut++;
        } else {
          malloc(life);
          open++;
        }
      }
      case UNKNOWN, IGNORED -> leftOut++;
    }
  }

  /** When it left; where only a checkpoint tells that it did, the last that is known of it. */
  private static Moment end(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.kind() == Step.Kind.UNREGISTER)
        .findFirst()
        .orElse(steps.get(steps.size() - 1))
        .moment();
  }

  private long malloc(History life) throws IOException {
    Moment first = life.steps().get(0).moment();
    long tick = tick(first);
    chunk.event(
        new Encoder()
            .numbers(
                Type.MALLOC.id(),
                tick,
                constants.thread(first.thread()),
                constants.stack(life.site(), life.type(), life.verdict() == Verdict.OPEN),
                life.resourceId(),
                1)
            .event());
    return tick;
  }

  private void free(long tick, long thread, long address) throws IOException {
    int noStack = 0;
    chunk.event(new Encoder().numbers(Type.FREE.id(), tick, thread, noStack, address).event());
  }

  private long tick(Moment moment) {
    long tick = Math.min(MAX_TICKS, Math.max(0, moment.time() - start));
    firstTick = Math.min(firstTick, tick);
    lastTick = Math.max(lastTick, tick);
    return tick;
  }

  /**
   * Ends the session late enough. The converter calls no leak what was allocated in the last tenth
   * of it, because that may be freed yet. Here it is known that it was not: so nothing may be in
   * that tenth, but the release of a resource that never was.
   */
  private void finish() throws IOException {
    long lasted = Math.max(0, lastTick - firstTick);
    long end = lastTick + lasted / 8 + 10;
    free(end, 0, 0);
    chunk.finish(constants, start, end, EnumSet.of(Type.MALLOC, Type.FREE));
  }
}
