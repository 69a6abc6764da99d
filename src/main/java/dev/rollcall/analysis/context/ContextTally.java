package dev.rollcall.analysis.context;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.request.InRequest;
import dev.rollcall.analysis.request.ReleasedIn;
import dev.rollcall.analysis.request.RequestName;
import dev.rollcall.recording.ContextEvent.TestRan;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up the contexts of the leaked resources of one group, in whatever order they come. */
public final class ContextTally {
  private final Map<Place, Message> thrown = new HashMap<>();
  private final IdentityHashMap<Site, Seen> later = new IdentityHashMap<>();
  private final Map<TestName, Long> tests = new HashMap<>();
  private final Map<RequestName, Requested> requests = new HashMap<>();
  private long threadsEnded;

  private record Place(String type, @Nullable StackTraceElement at, StackTraceElement through) {
    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Place o
              && type.equals(o.type)
              && Objects.equals(at, o.at)
              && through.equals(o.through));
    }

    @Override
    public int hashCode() {
      return 31 * (31 * type.hashCode() + Objects.hashCode(at)) + through.hashCode();
    }
  }

  private record TestName(String uniqueId, String name) {}

  /** The message of the resource with the lowest id. */
  private static final class Message {
    private @Nullable String text;
    private @Nullable Throw example;
    private long resourceId = Long.MAX_VALUE;
    private long count;

    /** How often it was made in each place; a reading has each site once. */
    private final IdentityHashMap<Site, Long> made = new IdentityHashMap<>();

    void add(long ofResource, Throw exception) {
      count++;
      made.put(exception.event().moment().site(), exception.made());
      if (ofResource < resourceId) {
        resourceId = ofResource;
        text = exception.event().message();
        example = exception;
      }
    }

    long made() {
      return made.containsValue(0L) ? 0 : made.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * An exception that left a method after the last steps of some.
   *
   * @param type its class
   * @param example that of the resource with the lowest id
   * @param count after how many
   * @param made how often it was made there in all; 0 where that is not known
   */
  record Left(String type, StackTraceElement through, Throw example, long count, long made) {
    private static final Comparator<Left> MOST_FIRST =
        Comparator.comparingLong(Left::count)
            .reversed()
            .thenComparing(Left::type)
            .thenComparing(left -> left.through().toString());
  }

  /** An exception at some time after the last steps of some: the one with the lowest id. */
  private static final class Seen {
    private LaterThrow example;
    private long resourceId;
    private long count;

    Seen(LaterThrow example, long resourceId) {
      this.example = example;
      this.resourceId = resourceId;
    }

    void add(LaterThrow exception, long ofResource) {
      count++;
      if (ofResource < resourceId) {
        resourceId = ofResource;
        example = exception;
      }
    }
  }

  /**
   * An exception that was made in one place at some time after the last steps of some.
   *
   * @param count after how many
   * @param made how often it was made there in all; 0 where that is not known
   */
  record Later(LaterThrow example, long count, long made) {}

  /** What was done in a request; the example is that of the resource with the lowest id. */
  private static final class Requested {
    private @Nullable String example;
    private long resourceId = Long.MAX_VALUE;
    private long registered;
    private long lastSteps;
  }

  public void add(long resourceId, LifeContext lifeContext) {
    Throw exception = lifeContext.thrown();
    if (exception != null) {
      Place place = new Place(exception.event().type(), exception.at(), exception.through());
      thrown.computeIfAbsent(place, p -> new Message()).add(resourceId, exception);
    }
    if (lifeContext.later() != null) {
      add(resourceId, lifeContext.later());
    }
    addRequests(resourceId, lifeContext);
    threadsEnded += lifeContext.threadEnded() == null ? 0 : 1;
    TestRan test = lifeContext.test();
    if (test != null) {
      tests.merge(new TestName(test.uniqueId(), TestId.name(test)), 1L, Long::sum);
    }
  }

  private void add(long resourceId, LaterThrow exception) {
    later
        .computeIfAbsent(exception.site(), site -> new Seen(exception, resourceId))
        .add(exception, resourceId);
  }

  private void addRequests(long resourceId, LifeContext lifeContext) {
    InRequest request = lifeContext.request();
    if (request != null) {
      Requested requested = requested(request);
      requested.registered++;
      if (resourceId < requested.resourceId) {
        requested.resourceId = resourceId;
        requested.example = request.example();
      }
    }
    if (lifeContext.lastRequest() != null) {
      requested(lifeContext.lastRequest()).lastSteps++;
    }
  }

  private Requested requested(InRequest request) {
    return requests.computeIfAbsent(request.request(), name -> new Requested());
  }

  /** By which exceptions which methods were left, the most frequent first. */
  List<Left> left() {
    List<Left> left = new ArrayList<>();
    thrown.forEach(
        (place, message) -> {
          if (message.example != null) {
            left.add(
                new Left(
                    place.type, place.through, message.example, message.count, message.made()));
          }
        });
    left.sort(Left.MOST_FIRST);
    return left;
  }

  /** What was thrown later, in another call. */
  List<Later> later() {
    return later.values().stream()
        .sorted(Comparator.comparingLong(seen -> seen.resourceId))
        .map(seen -> new Later(seen.example, seen.count, seen.example.made()))
        .toList();
  }

  /** What is known of the leaked alone. */
  public Context context() {
    return context(ReleasedIn.NONE);
  }

  /** What is known; {@code released}: of the released siblings. */
  public Context context(ReleasedIn released) {
    List<Context.Thrown> exceptions = new ArrayList<>();
    thrown.forEach(
        (place, message) ->
            exceptions.add(
                new Context.Thrown(
                    place.type, message.text, place.at, place.through, message.count)));
    List<Context.InTest> inTests = new ArrayList<>();
    tests.forEach(
        (test, count) -> inTests.add(new Context.InTest(test.uniqueId, test.name, count)));
    return new Context(exceptions, threadsEnded, inTests, requests(released));
  }

  private Context.Requests requests(ReleasedIn released) {
    Map<RequestName, Requested> all = new HashMap<>(requests);
    released.requests().keySet().forEach(name -> all.putIfAbsent(name, new Requested()));
    List<Context.InRequest> in = new ArrayList<>();
    all.forEach(
        (name, requested) ->
            in.add(
                new Context.InRequest(
                    name.name(),
                    name.within(),
                    requested.registered,
                    released.requests().getOrDefault(name, 0L),
                    requested.lastSteps,
                    requested.example)));
    return new Context.Requests(released.told(), in, released.released());
  }
}
