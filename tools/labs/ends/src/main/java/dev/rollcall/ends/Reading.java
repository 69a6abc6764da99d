package dev.rollcall.ends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;

/** What the command line tool found in a recording. */
record Reading(State state, String why) {
  private static final String LEAKED = "dev.rollcall.ends.program.Leaked";
  private static final int CLEAN = 0;
  private static final int UNREADABLE = 3;

  /** How much is in it. */
  enum State {
    /** All lives, with exact totals. */
    WHOLE("whole"),
    /** All leaks, with exact totals, but not every step; it says so. */
    TOTALS("all leaks but not all steps"),
    /** A part, which says that it is one. */
    PART("a part"),
    /** No file, or an empty one, or nothing of Rollcall's in it. */
    NONE("none"),
    /** A file that the tool refuses. */
    REFUSED("unreadable"),
    /** Something that is not true. */
    WRONG("wrong");

    final String word;

    State(String word) {
      this.word = word;
    }
  }

  /**
   * Reads the recording of a run: its file, or if that is empty what JFR left in its repository.
   *
   * @param leaked how many leaked
   * @param registered how many were registered, as the report at exit says; -1 if it does not
   */
  static Reading of(Path file, Path repository, long leaked, long registered) throws IOException {
    Path input = Directories.size(file) > 0 ? file : repository;
    if (input.equals(repository) && Directories.recorded(repository) == 0) {
      return new Reading(State.NONE, "");
    }
    Ran ran = Ran.of("report", "--format", "json", input.toString());
    return ran.code() == UNREADABLE || ran.out().isEmpty()
        ? new Reading(State.REFUSED, ran.err().strip())
        : of(new ObjectMapper().readTree(ran.out()), ran.code(), leaked, registered);
  }

  /** Judges a report of the tool's, with its exit code. */
  static Reading of(JsonNode report, int code, long leaked, long registered) {
    for (JsonNode group : report.required("groups")) {
      if (!group.required("type").asText().equals(LEAKED)) {
        return new Reading(
            State.WRONG, "it calls leaked what is not: " + group.get("type").asText());
      }
    }
    JsonNode totals = report.required("totals");
    long found = totals.required("leaked").asLong();
    if (found > leaked || code == CLEAN) {
      return new Reading(State.WRONG, "it has %d leaks, status %d".formatted(found, code));
    }
    long recorded = totals.required("registered").asLong();
    if (recorded == 0) {
      return new Reading(State.NONE, "");
    }
    boolean exact = found == leaked && (registered < 0 || recorded == registered);
    JsonNode losses = report.at("/recordings/0/losses");
    if (losses.isEmpty()) {
      return exact
          ? new Reading(State.WHOLE, "")
          : new Reading(
              State.WRONG,
              "it has %d leaks of %d registrations, and no loss".formatted(found, recorded));
    }
    boolean settled = report.required("settled").asBoolean();
    return new Reading(
        exact && settled ? State.TOTALS : State.PART,
        losses.findValuesAsText("sentence").toString());
  }

  @Override
  public String toString() {
    return why.isEmpty() ? state.word : state.word + ": " + why;
  }
}
