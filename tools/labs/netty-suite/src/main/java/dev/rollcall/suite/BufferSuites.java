package dev.rollcall.suite;

import dev.rollcall.LeakChecker;
import java.io.PrintWriter;
import java.util.List;

/** Runs Netty's buffer tests on each subject, plain and tracked, and prints a table. */
public final class BufferSuites {
  private BufferSuites() {}

  /**
   * Exits with 1 if a test passes on a plain subject and not on the tracked one.
   *
   * @param args Netty's version; {@code short} for one subject of each suite
   */
  public static void main(String[] args) throws Exception {
    boolean all = !List.of(args).contains("short");
    PrintWriter out = new PrintWriter(System.out, true);
    int fewer = 0;
    for (Subject.Kind kind : Subject.Kind.values()) {
      if (!kind.isThere() || !(all || kind == Subject.Kind.POOLED)) {
        continue;
      }
      for (Subject.View view : Subject.View.values()) {
        if (all || view == Subject.View.RETAINED_DUPLICATE) {
          fewer += compare(args[0], BufferSuite.class, new Subject(kind, true, view, true), out);
        }
      }
      Subject heap = new Subject(kind, false, Subject.View.WHOLE, true);
      if (all) {
        fewer += compare(args[0], BufferSuite.class, heap, out);
      }
      fewer += compare(args[0], CompositeSuite.class, heap, out);
      fewer += compare(args[0], AllocatorSuite.class, heap, out);
    }
    System.err.println(LeakChecker.global().finalCheck().headline());
    System.exit(fewer == 0 ? 0 : 1);
  }

  private static int compare(String version, Class<?> tests, Subject subject, PrintWriter out) {
    Subject.test(subject.plain());
    Outcomes plain = Outcomes.of(tests);
    Subject.test(subject);
    Outcomes tracked = Outcomes.of(tests, plain);
    out.printf(
        "| %s | %s | %s | %d | %d |%n",
        version, tests.getSimpleName(), subject, plain.passed(), tracked.passed());
    return tracked.fewerThan(plain, out);
  }
}
