package dev.rollcall.cli.reading;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.reader.Inputs;
import dev.rollcall.reader.Outcomes;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that could be read from the inputs. A bad input is named and does not stop others.
 *
 * @param recordings how many could be read
 * @param unreadable whether there is one that could not
 */
public record Reading(Analysis analysis, int recordings, boolean unreadable) {
  /** {@code logs} makes what collects the events of a file. */
  public static Reading of(Inputs inputs, Diagnostics diagnostics, Supplier<JvmLog> logs) {
    inputs.problems().forEach(diagnostics::say);
    RecordingReader reader = new RecordingReader(diagnostics.progress());
    Gathering gathering = new Gathering(diagnostics, logs);
    gathering.unreadable = !inputs.problems().isEmpty();
    for (Inputs.Input input : inputs.files()) {
      gathering.input = input;
      reader.readEach(input.file(), input.name(), gathering);
    }
    diagnostics.endProgress();
    return new Reading(gathering.analysis, gathering.recordings, gathering.unreadable);
  }

  /** What has been read so far. */
  private static final class Gathering implements Outcomes<JvmLog> {
    private final Diagnostics diagnostics;
    private final Supplier<JvmLog> logs;
    private final Analysis analysis = new Analysis();
    private Inputs.@Nullable Input input;
    private int recordings;
    private boolean unreadable;

    Gathering(Diagnostics diagnostics, Supplier<JvmLog> logs) {
      this.diagnostics = diagnostics;
      this.logs = logs;
    }

    @Override
    public JvmLog log() {
      return logs.get();
    }

    @Override
    public void read(Recording recording, JvmLog events) {
      analysis.add(recording, events, directory(recording.file()));
      recordings++;
    }

    /** Where a recording was found, if it was not named; an archive is a directory, too. */
    private @Nullable Path directory(Path file) {
      if (input != null && file.equals(input.name())) {
        return input.fromDirectory() ? input.file().toAbsolutePath().getParent() : null;
      }
      return file.getParent();
    }

    @Override
    public void unreadable(String sentence) {
      diagnostics.say(sentence);
      unreadable = true;
    }
  }
}
