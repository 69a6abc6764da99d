package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes ways for tests. Stacks are written outermost first: {@code "Server.run Handler.read"}. */
public final class Lives {
  private static final Map<String, Site> SITES = new HashMap<>();

  private final List<Stop> stops = new ArrayList<>();
  private @Nullable Stop sequel;

  public static Site site(String stack) {
    return SITES.computeIfAbsent(stack, Lives::newSite);
  }

  private static Site newSite(String stack) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (String method : stack.split(" ", -1)) {
      int dot = method.lastIndexOf('.');
      String owner = method.substring(0, dot);
      String qualified = owner.contains(".") ? owner : "com.acme." + owner;
      frames.add(0, new StackTraceElement(qualified, method.substring(dot + 1), "A.java", 7));
    }
    return new Site(frames, false);
  }

  private Lives add(Stop.Kind kind, String stack, int change, @Nullable String note) {
    stops.add(new Stop(kind, site(stack), change, note));
    return this;
  }

  public static Lives register(String stack) {
    return new Lives().add(Stop.Kind.REGISTER, stack, 1, null);
  }

  public Lives retain(String stack) {
    return add(Stop.Kind.RETAIN, stack, 1, null);
  }

  public Lives release(String stack) {
    return add(Stop.Kind.RELEASE, stack, -1, null);
  }

  public Lives handTo(String receiver, String stack) {
    return add(
        Stop.Kind.TOUCH, stack, 0, "'" + receiver + "##' will handle the message from this point.");
  }

  Lives handOver(String stack) {
    return add(Stop.Kind.TOUCH, stack, 0, "somebody will handle it from here");
  }

  public Lives touch(String note, String stack) {
    return add(Stop.Kind.TOUCH, stack, 0, note);
  }

  public Lives use(String stack) {
    return add(Stop.Kind.TOUCH, stack, 0, "used");
  }

  Lives thenTheThread(String stack) {
    sequel = new Stop(Stop.Kind.TOUCH, site(stack), 0, null);
    return this;
  }

  /** The way of a life that was released for the last time there. */
  public Way end(String stack) {
    return add(Stop.Kind.UNREGISTER, stack, -1, null).way();
  }

  /** Released for the last time there, and more is done with it. */
  Lives over(String stack) {
    return add(Stop.Kind.UNREGISTER, stack, -1, null);
  }

  /** The end after the last release, which was a step of its own. */
  Lives toldOver(String stack) {
    return add(Stop.Kind.UNREGISTER, stack, 0, null);
  }

  /** The way of a life without an end. */
  public Way way() {
    return new Way(stops, sequel);
  }

  public static Ways ways(int times, Way... each) {
    return ways("", times, each);
  }

  public static Ways ways(String type, int times, Way... each) {
    Ways ways = new Ways(type);
    Arrays.stream(each)
        .forEach(
            way -> {
              for (int i = 0; i < times; i++) {
                ways.add(way);
              }
            });
    return ways;
  }
}
