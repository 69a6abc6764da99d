package dev.rollcall.cli;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.reader.Inputs;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.UnreadableRecordingException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Everything that could be read from the inputs. A bad input is named and does not stop others. */
record Reading(Analysis analysis, int recordings, boolean unreadable) {
  /** {@code logs} makes what collects the events of a file. */
  static Reading of(Inputs inputs, Diagnostics diagnostics, Supplier<JvmLog> logs) {
    inputs.problems().forEach(diagnostics::say);
    boolean unreadable = !inputs.problems().isEmpty();
    RecordingReader reader = new RecordingReader(diagnostics.progress());
    Analysis analysis = new Analysis();
    int recordings = 0;
    for (Inputs.Input input : inputs.files()) {
      try {
        JvmLog events = logs.get();
        Recording recording = reader.read(input.file(), input.name(), events);
        Path directory = input.fromDirectory() ? input.file().toAbsolutePath().getParent() : null;
        analysis.add(recording, events, directory);
        recordings++;
      } catch (UnreadableRecordingException e) {
        diagnostics.say(e.getMessage() == null ? "cannot read " + input.name() : e.getMessage());
        unreadable = true;
      }
    }
    diagnostics.endProgress();
    return new Reading(analysis, recordings, unreadable);
  }
}
