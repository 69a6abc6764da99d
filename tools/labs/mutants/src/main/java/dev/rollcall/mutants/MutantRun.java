package dev.rollcall.mutants;

import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a mutant ended.
 *
 * @param leaked how many resources leaked, as the report at exit says
 */
record MutantRun(Mutant mutant, End end, long leaked) {
  private static final int LEAKED = 86;
  private static final Pattern HEADLINE = Pattern.compile("(?m)^LEAK: ([0-9,]+) of [0-9,]+ ");

  private static final Pattern MISUSED = Pattern.compile("(?m)^misused\\t[1-9]");

  /**
   * A scenario that did not come to its end leaves more than the bug does; to what was released
   * once too often before that it adds nothing.
   */
  private static final String FAILED = "Exception in thread \"main\"";

  /** Whether anything was found. */
  enum End {
    /** A leak was, or a release too many. */
    KILLED,
    /** Nothing was: what was not released there is released elsewhere. */
    EQUIVALENT,
    /** It failed otherwise, or a scenario did not come to its end. */
    CRASHED,
    /** It did not end. */
    HUNG
  }

  /** Runs it. */
  static MutantRun of(WorkloadJvm jvm, Mutant mutant, Path recording)
      throws IOException, InterruptedException {
    ChildJvm.Ended ended;
    try {
      ended = jvm.run(mutant, recording);
    } catch (AssertionError late) {
      return new MutantRun(mutant, End.HUNG, 0);
    }
    long leaked = leaked(ended.err());
    return new MutantRun(mutant, end(ended, mutant.bug(), leaked), leaked);
  }

  private static End end(ChildJvm.Ended ended, Bug bug, long leaked) {
    if (bug.isOverRelease() && MISUSED.matcher(ended.out()).find()) {
      return End.KILLED;
    }
    if (ended.err().contains(FAILED)) {
      return End.CRASHED;
    }
    if (bug.isOverRelease()) {
      return End.EQUIVALENT;
    }
    return ended.status() == LEAKED && leaked > 0
        ? End.KILLED
        : ended.status() == 0 ? End.EQUIVALENT : End.CRASHED;
  }

  private static long leaked(String err) {
    Matcher headline = HEADLINE.matcher(err);
    return headline.find() ? Long.parseLong(headline.group(1).replace(",", "")) : 0;
  }

  /** As a line of a table. */
  String line() {
    return String.join(
        "\t",
        mutant.id(),
        mutant.bug().word(),
        mutant.site().toString(),
        mutant.share().toString(),
        String.join(",", mutant.scenarios()),
        end.name(),
        Long.toString(leaked));
  }

  /** Reads what {@link #line} has written. */
  static MutantRun parse(String line) {
    String[] fields = line.split("\t", -1);
    return new MutantRun(
        new Mutant(
            fields[0],
            Bug.of(fields[1]),
            Site.parse(fields[2]),
            Share.parse(fields[3]),
            List.of(fields[4].split(",", -1))),
        End.valueOf(fields[5]),
        Long.parseLong(fields[6]));
  }
}
