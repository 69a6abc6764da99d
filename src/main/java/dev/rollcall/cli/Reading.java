package dev.rollcall.cli;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.Roll;
import dev.rollcall.recording.Inputs;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.RecordingReader;
import dev.rollcall.recording.UnreadableRecordingException;
import java.nio.file.Path;
import java.util.List;

/** Everything that could be read from the inputs. A bad input is named and does not stop others. */
record Reading(Analysis analysis, int recordings, boolean unreadable) {
  static Reading of(List<String> arguments, Diagnostics diagnostics) {
    return of(Inputs.of(arguments), diagnostics);
  }

  static Reading of(Inputs inputs, Diagnostics diagnostics) {
    inputs.problems().forEach(diagnostics::say);
    boolean unreadable = !inputs.problems().isEmpty();
    RecordingReader reader = new RecordingReader();
    Analysis analysis = new Analysis();
    int recordings = 0;
    for (Inputs.Input input : inputs.files()) {
      try {
        Roll roll = new Roll();
        Recording recording = reader.read(input.file(), roll);
        Path directory = input.fromDirectory() ? input.file().toAbsolutePath().getParent() : null;
        analysis.add(recording, roll, directory);
        recordings++;
      } catch (UnreadableRecordingException e) {
        diagnostics.say(e.getMessage() == null ? "cannot read " + input.file() : e.getMessage());
        unreadable = true;
      }
    }
    return new Reading(analysis, recordings, unreadable);
  }
}
