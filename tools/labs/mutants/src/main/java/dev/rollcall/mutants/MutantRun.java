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

  /** Whether anything was found. */
  enum End {
    /** A leak was. */
    KILLED,
    /** Nothing was: what was not released there is released elsewhere. */
    EQUIVALENT,
    /** It failed, and nothing leaked. */
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
    End end =
        ended.status() == LEAKED && leaked > 0
            ? End.KILLED
            : ended.status() == 0 ? End.EQUIVALENT : End.CRASHED;
    return new MutantRun(mutant, end, leaked);
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
            Site.parse(fields[1]),
            Share.parse(fields[2]),
            List.of(fields[3].split(",", -1))),
        End.valueOf(fields[4]),
        Long.parseLong(fields[5]));
  }
}
