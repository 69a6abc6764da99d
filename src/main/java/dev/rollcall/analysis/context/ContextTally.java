package dev.rollcall.analysis.context;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.recording.ContextEvent.TestRan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the contexts of the leaked resources of one group, in whatever order they come. */
public final class ContextTally {
  private final Map<Place, Message> thrown = new HashMap<>();
  private final Map<TestName, Long> tests = new HashMap<>();
  private long threadsEnded;

  private record Place(String type, @Nullable StackTraceElement at, StackTraceElement through) {}

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

  public void add(long resourceId, LifeContext lifeContext) {
    Throw exception = lifeContext.thrown();
    if (exception != null) {
      Place place = new Place(exception.event().type(), exception.at(), exception.through());
      thrown
          .computeIfAbsent(place, p -> new Message())
          .add(resourceId, exception.event().message());
    }
    threadsEnded += lifeContext.threadEnded() == null ? 0 : 1;
    TestRan test = lifeContext.test();
    if (test != null) {
      tests.merge(new TestName(test.uniqueId(), TestId.name(test)), 1L, Long::sum);
    }
  }

  public Context context() {
    List<Context.Thrown> exceptions = new ArrayList<>();
    thrown.forEach(
        (place, message) ->
            exceptions.add(
                new Context.Thrown(
                    place.type, message.text, place.at, place.through, message.count)));
    List<Context.InTest> inTests = new ArrayList<>();
    tests.forEach(
        (test, count) -> inTests.add(new Context.InTest(test.uniqueId, test.name, count)));
    return new Context(exceptions, threadsEnded, inTests);
  }
}
