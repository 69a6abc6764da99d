package dev.rollcall.analysis;

import dev.rollcall.common.Phase;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveCounted;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Recording.DataLoss;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;

/**
 * What a running server under load records, by a clock that is simulated: lives that begin at
 * random and last for a while, some that never end, and how many there are once a second.
 */
final class Load {
  static final String TYPE = "com.acme.Conn";
  static final long START = 1_764_000_000_000_000_000L;

  private static final Jvm JVM = new Jvm(42, START / 1_000_000, "OpenJDK", "17");
  private static final double SECOND = 1e9;
  private static final ThreadRef THREAD = new ThreadRef("worker", 1);

  /** When a life ends, and which. */
  private record End(double second, long id) {}

  private final List<LifecycleEvent> events = new ArrayList<>();
  private final PriorityQueue<End> ends =
      new PriorityQueue<>(Comparator.comparingDouble(End::second));
  private final Random random;
  private final int seconds;
  private long ids;
  private long registered;
  private long live;
  private double meanLife = 0.5;

  Load(long seed, int seconds) {
    this.random = new Random(seed);
    this.seconds = seconds;
  }

  Load lasting(double meanSeconds) {
    meanLife = meanSeconds;
    return this;
  }

  Random random() {
    return random;
  }

  /** Goes up and down evenly, in a period of some seconds, nearly to nothing. */
  DoubleUnaryOperator sine(double mean, double period) {
    double phase = random.nextDouble() * 2 * Math.PI;
    return t -> mean * (1 + 0.9 * Math.sin(2 * Math.PI * t / period + phase));
  }

  /** Comes in bursts, with less in between; both last for some seconds, as chance has it. */
  DoubleUnaryOperator bursts(double mean, double meanSeconds) {
    List<Double> turns = new ArrayList<>();
    for (double t = 0; t < seconds; t += exponential(meanSeconds)) {
      turns.add(t);
    }
    return t -> {
      long before = turns.stream().filter(turn -> turn <= t).count();
      return before % 2 == 0 ? mean * 1.9 : mean * 0.1;
    };
  }

  private double exponential(double mean) {
    return -Math.log(1 - random.nextDouble()) * mean;
  }

  /**
   * Runs.
   *
   * @param rate registrations a second, at a second
   * @param leaks which of them, by number, are never released
   */
  Load run(DoubleUnaryOperator rate, LongPredicate leaks) {
    double[] perSecond = new double[seconds + 1];
    for (int i = 0; i <= seconds; i++) {
      perSecond[i] = rate.applyAsDouble(i);
    }
    for (int second = 0; second <= seconds; second++) {
      endUntil(second);
      events.add(new LiveCounted(at(second, "curve"), 0, TYPE, live, registered));
      if (perSecond[second] > 0) {
        for (double t = second + exponential(1 / perSecond[second]);
            t < second + 1;
            t += exponential(1 / perSecond[second])) {
          endUntil(t);
          begin(t, leaks.test(registered) ? Double.POSITIVE_INFINITY : t + exponential(meanLife));
        }
      }
    }
    return this;
  }

  /** Registers one that lasts until a second. */
  private void begin(double t, double end) {
    ids++;
    registered++;
    live++;
    events.add(new Registered(at(t, "open"), 0, ids, TYPE, null));
    if (end < Double.POSITIVE_INFINITY) {
      ends.add(new End(end, ids));
    }
  }

  private void endUntil(double t) {
    while (!ends.isEmpty() && ends.element().second() <= t) {
      End end = ends.remove();
      live--;
      events.add(new Unregistered(at(end.second(), "close"), 0, end.id(), TYPE, 0));
    }
  }

  private static Moment at(double second, String method) {
    Site site = Events.site(method);
    return new Moment(START + (long) (second * SECOND), THREAD, site);
  }

  List<LifecycleEvent> events() {
    return events;
  }

  Analysis analysis() {
    return analysis(events);
  }

  Analysis analysis(List<LifecycleEvent> order) {
    JvmLog log = new JvmLog(0);
    order.forEach(log);
    Analysis analysis = new Analysis();
    analysis.add(recording(order.size()), log, null);
    return analysis;
  }

  /** As several recordings, each from one second to another, with nothing of what was between. */
  Analysis analysis(int[][] parts) {
    Analysis analysis = new Analysis();
    for (int[] part : parts) {
      JvmLog log = new JvmLog(0);
      long from = START + (long) (part[0] * SECOND);
      long to = START + (long) (part[1] * SECOND);
      List<LifecycleEvent> those =
          events.stream()
              .filter(event -> event.moment().time() >= from && event.moment().time() < to)
              .toList();
      those.forEach(log);
      alive(part[1]).forEach(log);
      analysis.add(recording(from, to, those.size()), log, null);
    }
    return analysis;
  }

  /** What a checkpoint at some second says. */
  private List<LifecycleEvent> alive(int second) {
    Moment now = at(second, "check");
    Map<Long, Registered> alive = new LinkedHashMap<>();
    long begun = 0;
    for (LifecycleEvent event : events) {
      if (event.moment().time() < now.time() && event instanceof Registered registered) {
        alive.put(registered.resourceId(), registered);
        begun++;
      } else if (event.moment().time() < now.time() && event instanceof Unregistered ended) {
        alive.remove(ended.resourceId());
      }
    }
    List<LifecycleEvent> all = new ArrayList<>();
    for (Registered one : alive.values()) {
      long age = (now.time() - one.moment().time()) / 1_000_000;
      all.add(
          new LiveFound(
              now,
              0,
              one.resourceId(),
              TYPE,
              new Condition(1, age, false, null),
              new Registration(one.moment().time(), "worker", one.moment().site(), null),
              0,
              false));
    }
    Totals totals = new Totals(begun, begun - alive.size(), alive.size(), 0);
    all.add(new Checkpoint(now, 0, Phase.CHUNK, totals, alive.size(), now.time()));
    return all;
  }

  Recording recording(int size) {
    return recording(START, START + (long) (seconds * SECOND), size);
  }

  private static Recording recording(long from, long to, int size) {
    return new Recording(
        Path.of("app.jfr"), JVM, from, to, 1, size, List.of(), DataLoss.NONE, Map.of());
  }
}
