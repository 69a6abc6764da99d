package dev.rollcall.analysis.finding;

import dev.rollcall.common.Frames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the same recording says of the threads, tests and requests that the leaked resources of a
 * group lived on. It counts what is certain: a resource of which one of these is not known counts
 * for none.
 *
 * @param exceptions what was thrown after the last steps, the most frequent first
 * @param threadsEnded of how many the thread of the last step had ended
 * @param tests in which tests they were registered, the most frequent first
 * @param requests in which requests they were registered
 */
public record Context(
    List<Thrown> exceptions, long threadsEnded, List<InTest> tests, Requests requests) {
  private static final Comparator<Thrown> THROWN =
      Comparator.comparingLong(Thrown::count)
          .reversed()
          .thenComparing(Thrown::type)
          .thenComparing(thrown -> String.valueOf(thrown.at()))
          .thenComparing(thrown -> thrown.through().toString());

  private static final Comparator<InTest> TESTS =
      Comparator.comparingLong(InTest::count).reversed().thenComparing(InTest::uniqueId);

  private static final Comparator<InRequest> REQUESTS =
      Comparator.comparingLong(InRequest::count)
          .reversed()
          .thenComparing(Comparator.comparingLong(InRequest::lastSteps).reversed())
          .thenComparing(Comparator.comparingLong(InRequest::released).reversed())
          .thenComparing(InRequest::name)
          .thenComparing(in -> String.valueOf(in.within()));

  /** Nothing is known. */
  // Below the orders that its making needs.
  public static final Context NONE = new Context(List.of(), 0, List.of());

  public Context {
    exceptions = exceptions.stream().sorted(THROWN).toList();
    tests = tests.stream().sorted(TESTS).toList();
  }

  /** What is known of threads and tests, and nothing of requests. */
  public Context(List<Thrown> exceptions, long threadsEnded, List<InTest> tests) {
    this(exceptions, threadsEnded, tests, Requests.NONE);
  }

  /**
   * The first exception on the thread of a resource's last step, after that step and before the
   * thread registered another resource. It was thrown while a method of the program was running
   * that ran at the last step, too. That it left that method is likely and not recorded.
   *
   * @param type its class
   * @param message the beginning of the message of one of them
   * @param at the innermost frame where it was thrown, of the program if there is one; null where
   *     that was not recorded
   * @param through the innermost frame of the program that both stacks have, at the line that the
   *     exception was thrown from: a release in a {@code finally} there would have been reached.
   *     Stacks are compared from the root, as long as both have the same methods at the same lines;
   *     the last may be at different lines
   * @param count how many resources it was thrown after
   */
  public record Thrown(
      String type,
      @Nullable String message,
      @Nullable StackTraceElement at,
      StackTraceElement through,
      long count) {
    private Thrown plus(Thrown other) {
      return new Thrown(type, message, at, through, count + other.count);
    }
  }

  /**
   * A test of JUnit's in which resources were registered.
   *
   * @param uniqueId JUnit's id of it
   * @param name class and method, as far as the id says them
   */
  public record InTest(String uniqueId, String name, long count) {
    private InTest plus(InTest other) {
      return new InTest(uniqueId, name, count + other.count);
    }
  }

  /**
   * The requests, spans or other pieces of work in which resources were registered, on the same
   * thread: what was handed to a thread that is at none of them is not known to be of any.
   *
   * @param told whether the recording tells of requests at all
   * @param in those that are known, with most of the group first; of very many the first only
   * @param released how many siblings of the group were released, also those of which it is not
   *     known
   */
  public record Requests(boolean told, List<InRequest> in, long released) {
    private static final int MOST = 100;

    /** Nothing is told. */
    public static final Requests NONE = new Requests(false, List.of(), 0);

    public Requests {
      in = in.stream().sorted(REQUESTS).limit(MOST).toList();
    }

    /** How many of the group were registered in requests that are known. */
    public long known() {
      return in.stream().mapToLong(InRequest::count).sum();
    }

    private Requests plus(Requests other) {
      record Name(String name, @Nullable String within) {}
      Map<Name, InRequest> sum = new LinkedHashMap<>();
      Stream.concat(in.stream(), other.in.stream())
          .forEach(one -> sum.merge(new Name(one.name, one.within), one, InRequest::plus));
      return new Requests(
          told || other.told, new ArrayList<>(sum.values()), released + other.released);
    }
  }

  /**
   * A request.
   *
   * @param name what was done, without the ids of one request: {@code POST /orders/{id}}
   * @param within the outermost work that it was part of; null where it is that itself
   * @param count how many of the group were registered in it
   * @param released how many released siblings were
   * @param lastSteps how many of the group took their last step in it
   * @param example what finds one such request in other tools; null where nothing does
   */
  public record InRequest(
      String name,
      @Nullable String within,
      long count,
      long released,
      long lastSteps,
      @Nullable String example) {
    private InRequest plus(InRequest other) {
      return new InRequest(
          name,
          within,
          count + other.count,
          released + other.released,
          lastSteps + other.lastSteps,
          example == null ? other.example : example);
    }
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return exceptions.isEmpty() && threadsEnded == 0 && tests.isEmpty() && !requests.told();
  }

  /** Both added up; a message is that of the one that came first. */
  public Context plus(Context other) {
    record Place(String type, @Nullable StackTraceElement at, StackTraceElement through) {
      static Place of(Thrown one) {
        // Where one knows a file and another does not, the place is the same.
        return new Place(
            one.type(),
            one.at() == null ? null : Frames.withoutFile(one.at()),
            Frames.withoutFile(one.through()));
      }
    }
    Map<Place, Thrown> thrown = new LinkedHashMap<>();
    Stream.concat(exceptions.stream(), other.exceptions.stream())
        .forEach(one -> thrown.merge(Place.of(one), one, Thrown::plus));
    Map<String, InTest> inTests = new LinkedHashMap<>();
    Stream.concat(tests.stream(), other.tests.stream())
        .forEach(one -> inTests.merge(one.uniqueId(), one, InTest::plus));
    return new Context(
        new ArrayList<>(thrown.values()),
        threadsEnded + other.threadsEnded,
        new ArrayList<>(inTests.values()),
        requests.plus(other.requests));
  }
}
