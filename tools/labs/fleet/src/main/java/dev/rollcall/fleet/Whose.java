package dev.rollcall.fleet;

import dev.rollcall.reader.Outcomes;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.recording.EventLog;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.RecordingEvent;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * The process that a file is of, so that all files of a JVM come to one reader: by its number and
 * start, which several containers may share. All files of which they are not known come to one
 * reader, too.
 */
record Whose(long pid, long startedAt) implements Serializable {
  /** Of all files that do not say whose they are: they are few. */
  private static final Whose UNKNOWN = new Whose(0, 0);

  /**
   * Whose a file is; an archive may be of many. Nothing is wrong yet with a file that cannot be
   * read: who reads all of it will say so.
   */
  static Set<Whose> is(RecordingFile file, Configuration hadoop) {
    Set<Whose> all = Set.of();
    try (LocalCopies copies = new LocalCopies(hadoop)) {
      long first = firstChunk(copies.copy(file, ChunkHeader.BYTES));
      all = first < file.bytes() ? in(copies.copy(file, first), file) : Set.of();
      all = all.isEmpty() || all.contains(UNKNOWN) ? in(copies.copy(file), file) : all;
    } catch (IOException unreadable) {
      // Said below.
    }
    return all.isEmpty() ? Set.of(UNKNOWN) : all;
  }

  /** The process that a recording is of. */
  static Whose of(Recording recording) {
    Jvm jvm = recording.jvm();
    return jvm == null || jvm.startedAt() == 0 ? UNKNOWN : new Whose(jvm.pid(), jvm.startedAt());
  }

  private static Set<Whose> in(Path copy, RecordingFile file) {
    Set<Whose> all = new LinkedHashSet<>();
    new RecordingReader()
        .readEach(
            copy,
            Path.of(file.name()),
            new Outcomes<Nothing>() {
              @Override
              public Nothing log() {
                return new Nothing();
              }

              @Override
              public void read(Recording recording, Nothing log) {
                // What an archive has twice is known by the first.
                if (recording.chunks() > 0) {
                  all.add(of(recording));
                }
              }

              @Override
              public void unreadable(String sentence) {}
            });
    return all;
  }

  /** Takes no event: whose a file is, its first chunk says. */
  private static final class Nothing implements EventLog<Nothing> {
    @Override
    public void add(RecordingEvent event) {}

    @Override
    public Nothing part() {
      return this;
    }

    @Override
    public boolean append(Nothing part) {
      return true;
    }
  }

  /** How long the first chunk is; as long as can be where a file does not begin with one. */
  private static long firstChunk(Path start) throws IOException {
    try (FileChannel channel = FileChannel.open(start)) {
      ChunkHeader header = ChunkHeader.read(channel, 0);
      return header == null || header.size() < ChunkHeader.BYTES ? Long.MAX_VALUE : header.size();
    }
  }
}
