package dev.rollcall.ends;

import dev.rollcall.LeakMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A way for a process to end. In options and commands, DIR is the directory of the run.
 *
 * @param name what {@code --end} calls it
 * @param title what the table calls it, in Markdown
 * @param how what {@code EndProgram} is to do, with its arguments after the number of the run
 * @param leaks how many resources leak
 * @param options of the JVM
 * @param recording where the recording goes
 * @param command what the JVM is started with
 * @param deed what is done to the program from outside
 * @param flushed whether JFR is to have written something to its repository before the end
 * @param twin whether two run at once, with the same files
 * @param modes in which modes it is tried
 * @param recorded with which kinds of runs it is tried: with a recording, and without one
 */
record End(
    String name,
    String title,
    List<String> how,
    long leaks,
    List<String> options,
    String recording,
    List<String> command,
    Deed deed,
    boolean flushed,
    boolean twin,
    List<LeakMode> modes,
    List<Boolean> recorded,
    Promise promise) {

  static Builder named(String name, String title) {
    return new Builder(name, title);
  }

  /** An end that is like {@code main} returning but for what is said. */
  static final class Builder {
    private final String name;
    private final String title;
    private List<String> how = List.of("return");
    private long leaks = 3;
    private final List<String> options = new ArrayList<>();
    private String recording = "DIR/files/app.jfr";
    private List<String> command = List.of();
    private Deed deed = Deed.NONE;
    private boolean flushed;
    private boolean twin;
    private List<LeakMode> modes = List.of(LeakMode.WARN, LeakMode.FAIL);
    private List<Boolean> recorded = List.of(false, true);
    private Set<ExitText.State> reports = EnumSet.of(ExitText.State.WHOLE);
    private Set<Reading.State> recordings = EnumSet.of(Reading.State.WHOLE);
    private Set<Integer> status = Set.of(0);
    private Set<Integer> failStatus = Set.of(86);

    private Builder(String name, String title) {
      this.name = name;
      this.title = title;
    }

    Builder how(String... value) {
      how = List.of(value);
      return this;
    }

    Builder leaks(long value) {
      leaks = value;
      return this;
    }

    Builder option(String... more) {
      options.addAll(List.of(more));
      return this;
    }

    Builder recording(String value) {
      recording = value;
      return this;
    }

    /** What it is started with, which has to be able to start {@code true}. */
    Builder command(String... value) {
      command = List.of(value);
      return this;
    }

    Builder deed(Deed value) {
      deed = value;
      return this;
    }

    /**
     * It goes on when JFR has written the beginning to its repository, as of one that has run long.
     */
    Builder flushed() {
      flushed = true;
      return this;
    }

    /** Two run at once, with the same files. */
    Builder twin() {
      twin = true;
      return this;
    }

    Builder only(LeakMode mode) {
      modes = List.of(mode);
      return this;
    }

    Builder onlyRecorded() {
      recorded = List.of(true);
      return this;
    }

    Builder neverRecorded() {
      recorded = List.of(false);
      return this;
    }

    /** The JVM may start no hook, and then there is nothing of Rollcall's, the status included. */
    Builder perhapsWithoutHooks() {
      report(ExitText.State.WHOLE, ExitText.State.COUNTS, ExitText.State.NONE);
      failStatus = new HashSet<>(status);
      failStatus.add(86);
      return this;
    }

    Builder report(ExitText.State first, ExitText.State... others) {
      reports = EnumSet.of(first, others);
      return this;
    }

    Builder recorded(Reading.State first, Reading.State... others) {
      recordings = EnumSet.of(first, others);
      return this;
    }

    /** Where the JVM cannot write it, there may be none, or a part of it. */
    Builder anyRecording() {
      return recorded(
          Reading.State.WHOLE, Reading.State.TOTALS, Reading.State.PART, Reading.State.NONE);
    }

    /** What needs no memory is said; JFR may have none to write more of a recording. */
    Builder allButMemory() {
      return flushed()
          .report(ExitText.State.WHOLE, ExitText.State.COUNTS)
          .recorded(Reading.State.WHOLE, Reading.State.TOTALS, Reading.State.PART);
    }

    /** The program's own status, or what may be that, which in {@code fail} becomes 86. */
    Builder status(Integer... values) {
      status = Set.of(values);
      return this;
    }

    /** The program's own status, in every mode. */
    Builder statusAlways(int value) {
      status = Set.of(value);
      failStatus = Set.of(value);
      return this;
    }

    /** The program would never end, and does so in {@code fail} only, where leaks end it. */
    Builder neverEnds() {
      status = Set.of();
      return this;
    }

    End build() {
      return new End(
          name,
          title,
          how,
          leaks,
          List.copyOf(options),
          recording,
          command,
          deed,
          flushed,
          twin,
          modes,
          recorded,
          new Promise(reports, recordings, status, Set.copyOf(failStatus)));
    }
  }
}
