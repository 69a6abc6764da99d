package dev.rollcall.reader;

import dev.rollcall.reader.chunk.ChunkBytes;
import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.ConstantPools;
import dev.rollcall.reader.chunk.EventRow;
import dev.rollcall.reader.chunk.MetadataEvent;
import dev.rollcall.reader.chunk.RequestTypes;
import dev.rollcall.reader.decode.RequestDecoders;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.ChunkFault.Kind;
import dev.rollcall.recording.EventLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.IParserStats;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/**
 * Gives one chunk to the JMC parser, on a thread that is watched: a chain of constant pools that
 * bites its own tail keeps the parser busy for ever. Whatever the parser throws, it may be any
 * runtime exception or an out-of-memory error from a length that was damaged, is a fault of the
 * chunk; what it delivered before stands. So is what the parser passes over without a word. A class
 * that cannot be loaded says nothing of the chunk, and ends the reading.
 *
 * @param <L> the log of which a part collects the events
 */
final class ChunkLoad<L extends EventLog<L>> {
  private static final int BUFFER = 1 << 16;
  private static final long BYTES_PER_EXTRA_MILLI = 1 << 10;

  private final FileChannel file;
  private final int number;
  private final long offset;
  private final ChunkHeader header;
  private final L part;
  private final ChunkSink sink;
  private final long silenceNanos;
  private long progress;
  private long heard;

  /** Written by the parsing thread before it says that it has parsed. */
  private @Nullable ChunkFault found;

  private volatile boolean parsed;
  private @Nullable ChunkFault fault;
  private boolean finished;

  /**
   * {@code patience} is how long the parser may be silent in an empty chunk; a MiB more allows a
   * second more.
   */
  ChunkLoad(
      FileChannel file,
      int number,
      long offset,
      ChunkHeader header,
      Duration patience,
      L part,
      ChunkSink sink) {
    this.file = file;
    this.number = number;
    this.offset = offset;
    this.header = header;
    this.part = part;
    this.sink = sink;
    this.silenceNanos =
        TimeUnit.MILLISECONDS.toNanos(patience.toMillis() + header.size() / BYTES_PER_EXTRA_MILLI);
  }

  /** Begins to parse; {@code done} runs when that has ended. */
  void start(Runnable done) {
    heard = System.nanoTime();
    Thread thread =
        new Thread(
            () -> {
              try {
                found = load();
              } finally {
                parsed = true;
                done.run();
              }
            },
            "rollcall-chunk-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Whether it has come to its end; asked by the reading thread. A parser that was silent for too
   * long is given up here.
   */
  boolean isFinished() {
    if (finished) {
      return true;
    }
    long now = System.nanoTime();
    if (parsed) {
      sink.close();
      fault = found;
      finished = true;
    } else if (sink.events().progress() != progress) {
      progress = sink.events().progress();
      heard = now;
    } else if (now - heard > silenceNanos) {
      giveUp("the parser did not finish in time");
    }
    return finished;
  }

  /** Takes what there is, and no more. */
  void giveUp(String why) {
    if (!finished) {
      sink.close();
      fault = new ChunkFault(number, Kind.ENDLESS, why);
      finished = true;
    }
  }

  ChunkHeader header() {
    return header;
  }

  long offset() {
    return offset;
  }

  ChunkSink sink() {
    return sink;
  }

  L part() {
    return part;
  }

  /** Whether there was not enough memory for it. */
  boolean lackedMemory() {
    return (fault != null && fault.kind() == Kind.TOO_LARGE)
        || sink.events().failure() instanceof OutOfMemoryError;
  }

  int number() {
    return number;
  }

  /** What is wrong with the chunk; null where nothing is, or it is not finished. */
  @Nullable ChunkFault fault() {
    return fault;
  }

  private @Nullable ChunkFault load() {
    try {
      if (turnsRound()) {
        return new ChunkFault(number, Kind.ENDLESS, "its constant pools form a cycle");
      }
      parse();
      return null;
    } catch (CouldNotLoadRecordingException
        | IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError e) {
      LinkageError ofTool = ofTool(e);
      if (ofTool != null) {
        sink.events().fail(ofTool);
      }
      return fault(e);
    } catch (LinkageError e) {
      sink.events().fail(e);
      return fault(e);
    } finally {
      sink.events().end();
    }
  }

  private boolean turnsRound() throws IOException {
    return header.compressed()
        && new ConstantPools(file, offset, header.size()).turnRound(header.constantPool());
  }

  private void parse() throws IOException, CouldNotLoadRecordingException {
    if (header.compressed() && !MetadataEvent.of(file, offset, header).isPossible()) {
      throw new IOException("no metadata");
    }
    if (sink.withContext()) {
      sink.declare(RequestTypes.of(file, offset, header, RequestDecoders.known()));
    }
    EventRow row = EventRow.of(file, offset, header);
    long turn = row.backwards() ? row.misfit() : -1;
    try (InputStream bytes =
        new BufferedInputStream(new ChunkBytes(file, offset, header.size(), turn), BUFFER)) {
      ParserLog.silence();
      IItemCollection read = JfrLoaderToolkit.loadEvents(bytes, List.of(sink));
      if (!row.isWhole() || skipped(read) != 0) {
        throw new IOException("events are missing");
      }
    }
  }

  /** What the parser's threads may wrap: that it could not be loaded itself. */
  private static @Nullable LinkageError ofTool(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof LinkageError error) {
        return error;
      }
    }
    return null;
  }

  /** Events of types that the metadata does not declare, which the parser passes over. */
  private static long skipped(IItemCollection read) {
    return read instanceof IParserStats stats ? stats.getSkippedEventCount() : 0;
  }

  private ChunkFault fault(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new ChunkFault(
          number,
          Kind.TOO_LARGE,
          "there is not enough memory to read it, so give Java a larger -Xmx");
    }
    return new ChunkFault(number, Kind.DAMAGED, "its bytes do not follow the JFR format");
  }
}
