package dev.rollcall.analysis.context;

import dev.rollcall.analysis.context.ContextTally.Later;
import dev.rollcall.analysis.context.ContextTally.Left;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The evidence against methods that exceptions left after the last steps. It may be what always
 * happens there, and its release be in a {@code catch} further out: so an exception that is made as
 * often for released siblings says nothing.
 */
public final class LeftByException {
  /** How many of those who called for what failed. */
  private static final int CALLERS = 2;

  private final long leaked;
  private final long healthy;
  private final Subject subject;
  private final Feature feature;

  private LeftByException(long leaked, long healthy, Subject subject, boolean partial) {
    this.leaked = leaked;
    this.healthy = healthy;
    this.subject = subject;
    this.feature = partial ? Feature.EXCEPTION_UNSURE : Feature.EXCEPTION;
  }

  /**
   * What speaks against the methods that more than half of a group were left by.
   *
   * @param around what is known around them
   * @param leaked how many of the group there are
   * @param healthy how many siblings were released
   * @param partial whether not every life is followed: then the thread may have registered another
   *     resource before the exception, and little is proved
   */
  public static List<Clue> clues(
      ContextTally around, long leaked, long healthy, Subject subject, boolean partial) {
    Map<Method, List<Left>> byMethod = new LinkedHashMap<>();
    for (Left one : around.left()) {
      byMethod.computeIfAbsent(Method.of(one.through()), m -> new ArrayList<>()).add(one);
    }
    LeftByException evidence = new LeftByException(leaked, healthy, subject, partial);
    List<Clue> clues = new ArrayList<>();
    byMethod.forEach((method, some) -> evidence.add(method, some, clues));
    if (partial) {
      return clues;
    }
    for (Later later : around.later()) {
      came(
          later.example().stack(),
          later.example().event().type(),
          later.count(),
          evidence.strength(later.count(), later.made()),
          true,
          clues);
    }
    return clues;
  }

  private void add(Method method, List<Left> left, List<Clue> clues) {
    long count = left.stream().mapToLong(Left::count).sum();
    double strength = left.stream().mapToDouble(l -> strength(l.count(), l.made())).sum();
    if (2 * count <= leaked || strength <= 0) {
      return;
    }
    ExceptionWords words = new ExceptionWords(left, leaked, subject);
    Throw example = left.get(0).example();
    if (feature == Feature.EXCEPTION_UNSURE) {
      // Who else it came through is no surer.
      clues.add(clue(method, feature, strength, words.in(method)));
      return;
    }
    came(example.stack(), left.get(0).type(), count, strength, false, clues);
    pass(example, strength, words, clues);
    if (example.caller() == null) {
      clues.add(clue(method, kind(example), strength, words.in(method)));
      outside(method, example, strength, words, clues);
      return;
    }
    Method caller = Method.of(example.caller());
    clues.add(clue(method, feature, strength, words.inConstructor(method, caller)));
    clues.add(clue(caller, feature, strength / 2, words.inCallOf(method, caller)));
  }

  private Feature kind(Throw example) {
    if (example.again()) {
      return Feature.EXCEPTION_AGAIN;
    }
    return example.far() ? Feature.EXCEPTION_FAR : feature;
  }

  /** Who had called for what failed may have been given the resource, and have failed with it. */
  private void outside(
      Method method, Throw example, double strength, ExceptionWords words, List<Clue> clues) {
    int rank = 0;
    for (StackTraceElement frame : example.outside()) {
      Method caller = Method.of(frame);
      if (rank == CALLERS || caller.equals(method)) {
        return;
      }
      rank++;
      // A call that is made again may be so by any of them.
      Feature kind =
          example.again() && rank == 1 ? Feature.EXCEPTION_AGAIN : Feature.EXCEPTION_OUTSIDE;
      clues.add(clue(caller, kind, strength / rank, words.inCallOf(method, caller)));
    }
  }

  /** Says of each method on the stack of an exception that it came through. */
  private static void came(
      List<StackTraceElement> stack,
      String type,
      long lives,
      double strength,
      boolean later,
      List<Clue> clues) {
    if (strength <= 0) {
      return;
    }
    Map<Method, Integer> times = new LinkedHashMap<>();
    stack.forEach(frame -> times.merge(Method.of(frame), 1, Integer::sum));
    times.forEach(
        (method, many) ->
            clues.add(
                new Clue(
                    method,
                    Feature.EXCEPTION_CAME,
                    strength,
                    new Clue.Came(type, many, lives, later))));
  }

  /** What failed further in may be what releases others. */
  private static void pass(Throw example, double strength, ExceptionWords words, List<Clue> clues) {
    int rank = 0;
    for (StackTraceElement frame : new LinkedHashSet<>(example.passed())) {
      Method method = Method.of(frame);
      rank++;
      clues.add(
          clue(
              method,
              rank == 1 ? Feature.EXCEPTION_MADE : Feature.EXCEPTION_PASSED,
              strength / rank,
              words.in(method)));
    }
  }

  private static Clue clue(Method method, Feature kind, double strength, String words) {
    return new Clue(method, kind, strength, new Clue.Told(words));
  }

  /**
   * The share of the leaked that it came after, less what is to be expected where it comes after
   * any, leaked or not.
   */
  private double strength(long count, long made) {
    double share = (double) count / leaked;
    if (made <= count || healthy == 0) {
      return share;
    }
    double usual = (double) leaked / (leaked + healthy);
    double ofMade = (double) count / made;
    return share * Math.max(0, (ofMade - usual) / (1 - usual));
  }
}
