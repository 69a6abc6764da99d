package dev.rollcall.reader;

import dev.rollcall.reader.chunk.ChunkBytes;
import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.EventRow;
import dev.rollcall.reader.chunk.MetadataEvent;
import dev.rollcall.reader.chunk.RequestTypes;
import dev.rollcall.reader.decode.RequestDecoders;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.ChunkFault.Kind;
import dev.rollcall.recording.RecordingEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.IParserStats;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/**
 * Gives one chunk to the JMC parser, on a thread that is watched: a chain of constant pools that
 * bites its own tail keeps the parser busy for ever. Whatever the parser throws, it may be any
 * runtime exception or an out-of-memory error from a length that was damaged, is a fault of the
 * chunk; what it delivered before stands. So is what the parser passes over without a word.
 *
 * <p>Meanwhile the calling thread collects what was parsed, so that two processors have work.
 */
final class ChunkLoad {
  private static final int BUFFER = 1 << 16;
  private static final long BYTES_PER_EXTRA_MILLI = 1 << 10;

  private final FileChannel file;
  private final Duration patience;

  /**
   * {@code patience} is how long the parser may be silent in an empty chunk; a MiB more allows a
   * second more.
   */
  ChunkLoad(FileChannel file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /** Parses a chunk and gives its events to a consumer, in batches, on this thread. */
  @Nullable ChunkFault run(
      int number, long offset, long size, ChunkSink sink, Consumer<List<RecordingEvent>> consumer) {
    FutureTask<@Nullable Throwable> task = new FutureTask<>(() -> parse(offset, size, sink));
    Thread thread = new Thread(task, "rollcall-chunk-" + number);
    thread.setDaemon(true);
    thread.start();
    long silence = patience.toMillis() + size / BYTES_PER_EXTRA_MILLI;
    try {
      List<RecordingEvent> batch = sink.events().poll(silence);
      while (batch != null && !EventQueue.isEnd(batch)) {
        consumer.accept(batch);
        batch = sink.events().poll(silence);
      }
      if (batch == null) {
        sink.abandon();
        consumer.accept(sink.events().rest());
        return new ChunkFault(number, Kind.ENDLESS, "the parser did not finish in time");
      }
      Throwable thrown = task.get();
      return thrown == null ? null : fault(number, thrown);
    } catch (ExecutionException e) {
      return fault(number, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ChunkFault(number, Kind.ENDLESS, "reading was interrupted");
    } finally {
      sink.abandon();
    }
  }

  private @Nullable Throwable parse(long offset, long size, ChunkSink sink) {
    try {
      ChunkHeader header = ChunkHeader.read(file, offset);
      if (header == null
          || (header.compressed() && !MetadataEvent.of(file, offset, header).isPossible())) {
        return new IOException("no metadata");
      }
      if (sink.withContext()) {
        sink.declare(RequestTypes.of(file, offset, header, RequestDecoders.known()));
      }
      EventRow row = EventRow.of(file, offset, header);
      long turn = row.backwards() ? row.misfit() : -1;
      try (InputStream bytes =
          new BufferedInputStream(new ChunkBytes(file, offset, size, turn), BUFFER)) {
        IItemCollection read = JfrLoaderToolkit.loadEvents(bytes, List.of(sink));
        return row.isWhole() && skipped(read) == 0 ? null : new IOException("events are missing");
      }
    } catch (CouldNotLoadRecordingException
        | IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError e) {
      return e;
    } finally {
      sink.events().end();
    }
  }

  /** Events of types that the metadata does not declare, which the parser passes over. */
  private static long skipped(IItemCollection read) {
    return read instanceof IParserStats stats ? stats.getSkippedEventCount() : 0;
  }

  private static ChunkFault fault(int number, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new ChunkFault(
          number,
          Kind.TOO_LARGE,
          "there is not enough memory to read it, so give Java a larger -Xmx");
    }
    return new ChunkFault(number, Kind.DAMAGED, "its bytes do not follow the JFR format");
  }
}
