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
 * rollcall.LeakedResource}, whose time, thread and stack are those of its registration. Those views
 * cannot make that of what a program records: {@code rollcall.Register} has the stacks, but is
 * recorded of all resources, and {@code rollcall.Leak} has none.
 */
public final class MissionControlExport {
  private MissionControlExport() {}

  /**
   * Writes the leaked among lives to a file that is empty.
   *
   * @param lives the lives of one JVM
   * @param start when that JVM or its recording began, nanoseconds since 1970
   * @return how many leaked
   */
  public static long write(Iterator<History> lives, long start, FileChannel file)
      throws IOException {
    PoolWriter constants = new PoolWriter();
    long written = 0;
    long last = 0;
    ChunkWriter chunk = new ChunkWriter(file);
    while (lives.hasNext()) {
      History life = lives.next();
      if (life.verdict() == Verdict.LEAKED) {
        // Where its registration was not recorded, the first that is known of it.
        Moment registered = life.steps().get(0).moment();
        long tick = Math.max(0, registered.time() - start);
        chunk.event(event(life, tick, constants.thread(registered.thread()), constants));
        written++;
        last = Math.max(last, tick);
      }
    }
    chunk.finish(constants, start, last + 1, EnumSet.of(Type.LEAKED));
    return written;
  }

  private static byte[] event(History life, long tick, long thread, PoolWriter constants) {
    return new Encoder()
        .numbers(
            Type.LEAKED.id(),
            tick,
            thread,
            constants.stack(life.site(), null),
            life.resourceId(),
            constants.type(life.type()))
        .text(life.fingerprint())
        .text(life.description())
        .event();
  }
}
