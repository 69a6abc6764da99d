package dev.rollcall.analysis.context;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.request.InRequest;
import dev.rollcall.analysis.request.ReleasedIn;
import dev.rollcall.analysis.request.RequestName;
import dev.rollcall.recording.ContextEvent.TestRan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up the contexts of the leaked resources of one group, in whatever order they come. */
public final class ContextTally {
  private final Map<Place, Message> thrown = new HashMap<>();
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
    private long resourceId = Long.MAX_VALUE;
    private long count;

    void add(long ofResource, @Nullable String message) {
      count++;
      if (ofResource < resourceId) {
        resourceId = ofResource;
        text = message;
      }
    }
  }

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
      thrown
          .computeIfAbsent(place, p -> new Message())
          .add(resourceId, exception.event().message());
    }
    addRequests(resourceId, lifeContext);
    threadsEnded += lifeContext.threadEnded() == null ? 0 : 1;
    TestRan test = lifeContext.test();
    if (test != null) {
      tests.merge(new TestName(test.uniqueId(), TestId.name(test)), 1L, Long::sum);
    }
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
