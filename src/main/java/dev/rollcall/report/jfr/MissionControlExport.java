package dev.rollcall.report.jfr;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.recording.Moment;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.EnumSet;
import java.util.Iterator;

/**
 * Leaks as Mission Control's stack trace views count them: each leaked resource is one event {@code
 * rollcall.LeakedResource}, whose time, thread and stack are those of its registration, and each
 * that is open one {@code rollcall.OpenResource}. Those views cannot make that of what a program
 * records: {@code rollcall.Register} has the stacks, but is recorded of all resources, and {@code
 * rollcall.Leak} has none.
 */
public final class MissionControlExport {
  private MissionControlExport() {}

  /** How many lives were written, by how they ended. */
  public record Written(long leaked, long open) {}

  /**
   * Writes the leaked and the open among lives to a file that is empty.
   *
   * @param lives the lives of one JVM
   * @param start when that JVM or its recording began, nanoseconds since 1970
   */
  public static Written write(Iterator<History> lives, long start, FileChannel file)
      throws IOException {
    PoolWriter constants = new PoolWriter();
    long leaked = 0;
    long open = 0;
    long last = 0;
    ChunkWriter chunk = new ChunkWriter(file);
    while (lives.hasNext()) {
      History life = lives.next();
      boolean isOpen = life.verdict() == Verdict.OPEN && !life.steps().isEmpty();
      if (life.verdict() == Verdict.LEAKED || isOpen) {
        // Where its registration was not recorded, the first that is known of it.
        Moment registered = life.steps().get(0).moment();
        long tick = Math.max(0, registered.time() - start);
        chunk.event(event(life, tick, constants.thread(registered.thread()), constants));
        leaked += isOpen ? 0 : 1;
        open += isOpen ? 1 : 0;
        last = Math.max(last, tick);
      }
    }
    EnumSet<Type> types = open > 0 ? EnumSet.of(Type.LEAKED, Type.OPEN) : EnumSet.of(Type.LEAKED);
    chunk.finish(constants, start, last + 1, types);
    return new Written(leaked, open);
  }

  private static byte[] event(History life, long tick, long thread, PoolWriter constants) {
    return new Encoder()
        .numbers(
            (life.verdict() == Verdict.OPEN ? Type.OPEN : Type.LEAKED).id(),
            tick,
            thread,
            constants.stack(life.site()),
            life.resourceId(),
            constants.type(life.type()))
        .text(life.fingerprint())
        .text(life.description())
        .event();
  }
}
