package dev.rollcall.reader;

import dev.rollcall.reader.decode.Interned;
import dev.rollcall.reader.packed.Archive;
import dev.rollcall.reader.packed.Budget;
import dev.rollcall.reader.packed.Packing;
import dev.rollcall.reader.packed.Unpacked;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.EventLog;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.UnreadableRecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads recordings, chunk by chunk, and delivers their Rollcall events. One reader serves one run:
 * it remembers the chunks it has read, so that one that is in two files counts once.
 */
public final class RecordingReader {
  /** Of the parser with one chunk. The property is for tests that read thousands of bad files. */
  private static final Duration PATIENCE =
      Duration.ofMillis(Long.getLong("dev.rollcall.recording.patienceMillis", 20_000));

  private final Interned interned = new Interned();
  private final Set<ChunkId> read = new HashSet<>();
  private final Duration patience;
  private final int atOnce;
  private final ReadProgress progress;

  /** Start of a chunk on two clocks: no two chunks share it. */
  private record ChunkId(long startNanos, long startTicks) {
    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof ChunkId o
              && startNanos == o.startNanos
              && startTicks == o.startTicks);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(startNanos) + Long.hashCode(startTicks);
    }
  }

  /** A reader for one run. */
  public RecordingReader() {
    this(ReadProgress.NONE);
  }

  /** A reader for one run that says how far it has come. */
  public RecordingReader(ReadProgress progress) {
    this(PATIENCE, Runtime.getRuntime().availableProcessors(), progress);
  }

  /** {@code atOnce}: so many chunks are read at the same time. */
  RecordingReader(Duration patience, int atOnce, ReadProgress progress) {
    this.patience = patience;
    this.atOnce = atOnce;
    this.progress = progress;
  }

  /**
   * Reads a file and delivers its Rollcall events, in no particular order; not always on the
   * calling thread, but on one at a time.
   *
   * @throws UnreadableRecordingException when nothing at all can be read from it
   */
  public Recording read(Path path, Consumer<? super LifecycleEvent> consumer)
      throws UnreadableRecordingException {
    return readAll(path, path, new Delivery(consumer, null), 1, false);
  }

  /**
   * As {@link #read(Path, Consumer)}, and delivers what the recording says of the threads, too.
   *
   * @throws UnreadableRecordingException when nothing at all can be read from it
   */
  public Recording read(
      Path path, Consumer<? super LifecycleEvent> consumer, Consumer<? super ContextEvent> context)
      throws UnreadableRecordingException {
    return readAll(path, path, new Delivery(consumer, context), 1, true);
  }

  /**
   * Reads a file into a log, several chunks at the same time, and with them what the recording says
   * of the threads.
   *
   * @param name what the file is called in messages, and in the recording
   * @throws UnreadableRecordingException when nothing at all can be read from it
   */
  public <L extends EventLog<L>> Recording read(Path path, Path name, L log)
      throws UnreadableRecordingException {
    return readAll(path, name, log, atOnce, true);
  }

  /**
   * Reads all recordings in a file into logs: the one that it is, however it is packed, or those in
   * an archive.
   *
   * @param name what the file is called in messages, and in the recordings
   */
  public <L extends EventLog<L>> void readEach(Path path, Path name, Outcomes<L> outcomes) {
    try {
      if (isArchive(path)) {
        Archive.read(path, name, Budget.of(Files.size(path)), new Entries<>(outcomes));
      } else {
        L log = outcomes.log();
        outcomes.read(read(path, name, log), log);
      }
    } catch (IOException e) {
      outcomes.unreadable(cannotRead(name, e));
    } catch (UnreadableRecordingException e) {
      outcomes.unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isArchive(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (FileChannel file = FileChannel.open(path)) {
      return Packing.of(file) == Packing.ZIP;
    }
  }

  /** Reads what an archive holds. */
  private final class Entries<L extends EventLog<L>> implements Archive.Taker {
    private final Outcomes<L> outcomes;

    Entries(Outcomes<L> outcomes) {
      this.outcomes = outcomes;
    }

    @Override
    public void take(Unpacked recording, Path name) throws IOException {
      try {
        L log = outcomes.log();
        outcomes.read(
            RecordingReader.this.read(
                new Chunks.Source(name, recording.file(), recording.damage()),
                log,
                new Chunks.How(patience, atOnce, true, progress)),
            log);
      } catch (UnreadableRecordingException e) {
        unreadable(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void unreadable(String sentence) {
      outcomes.unreadable(sentence);
    }
  }

  private <L extends EventLog<L>> Recording readAll(
      Path path, Path name, L log, int chunksAtOnce, boolean withContext)
      throws UnreadableRecordingException {
    if (!Files.exists(path)) {
      throw new UnreadableRecordingException(
          "no such file: " + name + "; give a .jfr file or a directory of .jfr files");
    }
    if (Files.isDirectory(path)) {
      throw new UnreadableRecordingException(name + " is a directory, not a recording");
    }
    try (FileChannel file = FileChannel.open(path)) {
      if (file.size() == 0) {
        throw new UnreadableRecordingException(
            name
                + " is empty: a JVM writes it when it exits; if it still runs, dump what it has"
                + " recorded with jcmd PID JFR.dump filename=dump.jfr and read that; if it was"
                + " killed, give its repository, a directory <date>_<pid> in the temporary"
                + " directory or in that of -XX:FlightRecorderOptions:repository");
      }
      Packing packing = Packing.of(file);
      Chunks.How how = new Chunks.How(patience, chunksAtOnce, withContext, progress);
      if (packing == null) {
        return read(new Chunks.Source(name, file, null), log, how);
      }
      try (InputStream in = Files.newInputStream(path);
          Unpacked unpacked = Unpacked.of(in, packing, name, Budget.of(file.size()))) {
        return read(new Chunks.Source(name, unpacked.file(), unpacked.damage()), log, how);
      }
    } catch (IOException e) {
      throw new UnreadableRecordingException(cannotRead(name, e));
    }
  }

  private static String cannotRead(Path name, IOException e) {
    return "cannot read "
        + name
        + " ("
        + e.getClass().getSimpleName()
        + "); check that you may read the file";
  }

  private <L extends EventLog<L>> Recording read(Chunks.Source source, L log, Chunks.How how)
      throws UnreadableRecordingException, IOException {
    Chunks<L> chunks = new Chunks<>(source, interned, log, how);
    chunks.walk(id -> read.add(new ChunkId(id.startNanos(), id.startTicks())));
    return chunks.recording();
  }
}
