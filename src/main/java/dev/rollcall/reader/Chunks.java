package dev.rollcall.reader;

import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.ChunkSearch;
import dev.rollcall.reader.decode.Interned;
import dev.rollcall.reader.decode.JvmEvents;
import dev.rollcall.reader.decode.SharedConstants;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.ChunkFault.Kind;
import dev.rollcall.recording.EventLog;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.UnreadableRecordingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The walk over the chunks of one file. After damage it goes on at the next chunk it can find.
 *
 * @param <L> the log that collects the events
 */
final class Chunks<L extends EventLog<L>> {
  /** The parser wants 1.2 times a chunk in one array. */
  private static final long LARGEST = (long) (Integer.MAX_VALUE / 1.2);

  private final Path path;
  private final FileChannel file;
  private final @Nullable String damage;
  private final Interned interned;
  private final L log;
  private final How how;
  private final ChunkLoads<L> loads;
  private final JvmEvents jvmEvents = new JvmEvents();
  private final Faults faults = new Faults();
  private int chunks;
  private int readable;
  private long events;
  private long length;
  private long start = Long.MAX_VALUE;
  private long end;
  private long lastChunk;
  private boolean damageTold;
  private boolean readBefore;

  /**
   * How chunks are read.
   *
   * @param patience how long the parser may be silent
   * @param atOnce how many are read at the same time
   * @param withContext whether anybody wants to know what went on around the resources
   */
  record How(Duration patience, int atOnce, boolean withContext, ReadProgress progress) {}

  /**
   * What is read.
   *
   * @param name what it is called
   * @param damage why not all of it is there, in words; {@code null} where nothing is known to be
   *     missing
   */
  record Source(Path name, FileChannel file, @Nullable String damage) {}

  Chunks(Source source, Interned interned, L log, How how) {
    this.path = source.name;
    this.file = source.file;
    this.damage = source.damage;
    this.interned = interned;
    this.log = log;
    this.how = how;
    this.loads =
        new ChunkLoads<>(how.atOnce, Runtime.getRuntime().availableProcessors(), this::finish);
  }

  Recording recording() {
    return new Recording(
        path,
        jvmEvents.jvm(),
        chunks == 0 ? 0 : start,
        end,
        lastChunk,
        chunks,
        events,
        faults.all(),
        jvmEvents.dataLoss(),
        jvmEvents.settings(),
        interned.takeSourceFiles());
  }

  /** Reads every chunk that {@code unread} says is new. */
  void walk(Predicate<ChunkHeader> unread) throws IOException, UnreadableRecordingException {
    length = file.size();
    long offset = 0;
    boolean afterOpenChunk = false;
    if (ChunkHeader.read(file, 0) == null && ChunkSearch.next(file, 0) < 0) {
      throw new UnreadableRecordingException(
          path
              + (damage == null
                  ? " is not a flight recording; give a file written by -XX:StartFlightRecording or"
                      + " by jcmd JFR.dump"
                  : " has no readable chunk (" + damage + "); copy it again"));
    }
    while (offset >= 0 && offset < length) {
      ChunkHeader header = ChunkHeader.read(file, offset);
      if (header == null) {
        loads.finish();
        faults.add(strayBytes(afterOpenChunk, length - offset));
        offset = ChunkSearch.next(file, offset + 1);
      } else if (!fits(header, length - offset)) {
        loads.finish();
        faults.add(cutShort(header, length - offset));
        offset = ChunkSearch.next(file, offset + 1);
      } else {
        if (unread.test(header)) {
          loads.add(load(chunks++, header, offset, log.part()));
        } else {
          readBefore = true;
        }
        afterOpenChunk = !header.isClosed();
        offset += header.size();
      }
    }
    loads.finish();
    if (damage != null && !damageTold) {
      faults.add(
          new ChunkFault(
              chunks, Kind.DAMAGED, "not all of it came out as it was packed: " + damage));
    }
    if (readable == 0 && !faults.isEmpty()) {
      ChunkFault first = faults.first();
      throw new UnreadableRecordingException(
          path
              + (readBefore
                  ? " has no readable chunk but those that were read from other files ("
                  : " has no readable chunk (")
              + first.sentence()
              + (first.kind() == Kind.UNFINISHED
                  ? "); if the JVM still runs, dump what it has recorded with jcmd PID JFR.dump"
                      + " filename=dump.jfr and read that"
                  : "); copy it again, or give the JVM's repository directory"));
    }
  }

  private ChunkLoad<L> load(int number, ChunkHeader header, long offset, L part) {
    ChunkSink sink =
        new ChunkSink(
            new SharedConstants(interned), how.withContext, part::add, () -> loads.wake());
    return new ChunkLoad<>(file, number, offset, header, how.patience, part, sink);
  }

  private void finish(ChunkLoad<L> load) {
    ChunkLoad<L> read = load;
    if (load.lackedMemory() && how.atOnce > 1) {
      // Others had a share of the memory.
      read = readAgain(load, log.part());
    }
    read.sink().events().rethrow();
    if (!log.append(read.part())) {
      read = readAgain(load, log);
      read.sink().events().rethrow();
    }
    jvmEvents.addAll(read.sink().jvmEvents());
    long count = read.sink().count();
    events += count;
    ChunkHeader header = read.header();
    ChunkFault fault = read.fault();
    if (fault != null) {
      faults.add(fault);
    } else if (!header.isClosed()) {
      faults.add(new ChunkFault(read.number(), Kind.UNFINISHED, unfinished()));
    }
    if (fault == null || count > 0) {
      readable++;
    }
    start = Math.min(start, header.startNanos());
    lastChunk = Math.max(lastChunk, header.startNanos());
    end = Math.max(end, header.endNanos());
    how.progress.at(read.offset() + header.size(), length, events);
  }

  private ChunkLoad<L> readAgain(ChunkLoad<L> load, L into) {
    ChunkLoad<L> again = load(load.number(), load.header(), load.offset(), into);
    loads.readAlone(again);
    return again;
  }

  private String unfinished() {
    Jvm jvm = jvmEvents.jvm();
    return jvm != null && RunningJvm.is(jvm)
        ? "the JVM, process "
            + jvm.pid()
            + ", is still running and has not finished it, so the latest events are missing"
        : "the JVM was still running or was killed, so the events of the last second are missing";
  }

  private static boolean fits(ChunkHeader header, long left) {
    return header.size() >= ChunkHeader.BYTES && header.size() <= Math.min(left, LARGEST);
  }

  private ChunkFault cutShort(ChunkHeader header, long left) {
    if (header.size() > left && damage != null) {
      damageTold = true;
      return new ChunkFault(
          chunks,
          Kind.TRUNCATED,
          String.format(
              Locale.ROOT,
              "it is %,d bytes long, but only %,d of them came out: %s",
              header.size(),
              left,
              damage));
    }
    if (header.size() > left) {
      return new ChunkFault(
          chunks,
          Kind.TRUNCATED,
          String.format(
              Locale.ROOT,
              "it is %,d bytes long, but the file ends after %,d of them",
              header.size(),
              left));
    }
    if (header.size() > LARGEST) {
      return new ChunkFault(chunks, Kind.TOO_LARGE, "it is too large for the parser");
    }
    return header.isClosed()
        ? new ChunkFault(chunks, Kind.DAMAGED, "its header gives an impossible size")
        : new ChunkFault(chunks, Kind.UNFINISHED, "the JVM had not written its header yet");
  }

  private ChunkFault strayBytes(boolean afterOpenChunk, long left) {
    return afterOpenChunk
        ? new ChunkFault(
            chunks,
            Kind.UNFINISHED,
            String.format(Locale.ROOT, "the JVM did not finish the %,d bytes after it", left))
        : new ChunkFault(
            chunks,
            Kind.DAMAGED,
            String.format(
                Locale.ROOT, "no chunk begins where one should, %,d bytes before the end", left));
  }
}
