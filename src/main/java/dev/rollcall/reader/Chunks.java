package dev.rollcall.reader;

import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.ChunkSearch;
import dev.rollcall.reader.chunk.ConstantPools;
import dev.rollcall.reader.decode.JvmEvents;
import dev.rollcall.reader.decode.SharedConstants;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.ChunkFault.Kind;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.LiveCounted;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.RecordingEvent;
import dev.rollcall.recording.UnreadableRecordingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The walk over the chunks of one file. After damage it goes on at the next chunk it can find. */
final class Chunks {
  /** The parser wants 1.2 times a chunk in one array. */
  private static final long LARGEST = (long) (Integer.MAX_VALUE / 1.2);

  private final Path path;
  private final FileChannel file;
  private final SharedConstants constants;
  private final Consumer<? super LifecycleEvent> consumer;
  private final @Nullable Consumer<? super ContextEvent> context;
  private final ReadProgress progress;
  private final ChunkLoad load;
  private final JvmEvents jvmEvents = new JvmEvents();
  private final Faults faults = new Faults();
  private int chunks;
  private int readable;
  private long events;
  private long length;
  private long start = Long.MAX_VALUE;
  private long end;
  private long lastChunk;

  Chunks(
      Path path,
      FileChannel file,
      SharedConstants constants,
      Duration patience,
      Consumer<? super LifecycleEvent> consumer,
      @Nullable Consumer<? super ContextEvent> context,
      ReadProgress progress) {
    this.path = path;
    this.file = file;
    this.constants = constants;
    this.consumer = consumer;
    this.context = context;
    this.progress = progress;
    this.load = new ChunkLoad(file, patience);
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
        constants.takeSourceFiles());
  }

  /** Reads every chunk that {@code unread} says is new. */
  void walk(Predicate<ChunkHeader> unread) throws IOException, UnreadableRecordingException {
    length = file.size();
    long offset = 0;
    boolean afterOpenChunk = false;
    if (ChunkHeader.read(file, 0) == null && ChunkSearch.next(file, 0) < 0) {
      Packing packing = Packing.of(file);
      throw new UnreadableRecordingException(
          packing != null
              ? path + " is packed with " + packing.word() + "; unpack it and give what comes out"
              : path
                  + " is not a flight recording; give a file written by -XX:StartFlightRecording or"
                  + " by jcmd JFR.dump");
    }
    while (offset >= 0 && offset < length) {
      ChunkHeader header = ChunkHeader.read(file, offset);
      if (header == null) {
        faults.add(strayBytes(afterOpenChunk, length - offset));
        offset = ChunkSearch.next(file, offset + 1);
      } else if (!fits(header, length - offset)) {
        faults.add(cutShort(header, length - offset));
        offset = ChunkSearch.next(file, offset + 1);
      } else {
        if (unread.test(header)) {
          read(header, offset);
        }
        afterOpenChunk = !header.isClosed();
        offset += header.size();
      }
    }
    if (readable == 0 && !faults.isEmpty()) {
      ChunkFault first = faults.first();
      throw new UnreadableRecordingException(
          path
              + " has no readable chunk ("
              + first.sentence()
              + (first.kind() == Kind.UNFINISHED
                  ? "); if the JVM still runs, dump what it has recorded with jcmd PID JFR.dump"
                      + " filename=dump.jfr and read that"
                  : "); copy it again, or give the JVM's repository directory"));
    }
  }

  private void read(ChunkHeader header, long offset) throws IOException {
    constants.nextChunk();
    ChunkSink sink = new ChunkSink(constants, jvmEvents, context != null);
    long before = events;
    ChunkFault fault =
        turnsRound(header, offset)
            ? new ChunkFault(chunks, Kind.ENDLESS, "its constant pools form a cycle")
            : load.run(chunks, offset, header.size(), sink, batch -> collect(batch, offset));
    if (fault != null) {
      faults.add(fault);
    } else if (!header.isClosed()) {
      faults.add(new ChunkFault(chunks, Kind.UNFINISHED, unfinished()));
    }
    chunks++;
    if (fault == null || events > before) {
      readable++;
    }
    start = Math.min(start, header.startNanos());
    lastChunk = Math.max(lastChunk, header.startNanos());
    end = Math.max(end, header.endNanos());
  }

  private String unfinished() {
    Jvm jvm = jvmEvents.jvm();
    return jvm != null && RunningJvm.is(jvm)
        ? "the JVM, process "
            + jvm.pid()
            + ", is still running and has not finished it, so the latest events are missing"
        : "the JVM was still running or was killed, so the events of the last second are missing";
  }

  private void collect(List<RecordingEvent> batch, long offset) {
    for (RecordingEvent event : batch) {
      if (event instanceof LifecycleEvent ofRollcall) {
        consumer.accept(ofRollcall);
        jvmEvents.note(ofRollcall);
        events += event instanceof LiveCounted ? 0 : 1;
      } else if (context != null && event instanceof ContextEvent around) {
        context.accept(around);
      }
    }
    progress.at(offset, length, events);
  }

  private boolean turnsRound(ChunkHeader header, long offset) throws IOException {
    return header.compressed()
        && new ConstantPools(file, offset, header.size()).turnRound(header.constantPool());
  }

  private static boolean fits(ChunkHeader header, long left) {
    return header.size() >= ChunkHeader.BYTES && header.size() <= Math.min(left, LARGEST);
  }

  private ChunkFault cutShort(ChunkHeader header, long left) {
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
