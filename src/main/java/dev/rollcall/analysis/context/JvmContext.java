package dev.rollcall.analysis.context;

import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.request.InRequest;
import dev.rollcall.analysis.request.ReleasedIn;
import dev.rollcall.analysis.request.Requests;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.ContextEvent.RequestRan;
import dev.rollcall.recording.ContextEvent.RequestsDeclared;
import dev.rollcall.recording.ContextEvent.TestPlanRan;
import dev.rollcall.recording.ContextEvent.TestRan;
import dev.rollcall.recording.ContextEvent.ThreadEnded;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Step;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.RecordingEvent;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM's threads did besides using resources, as far as it can matter to a leaked one.
 *
 * <p>Which lives leak is known at the end only, and a recording may hold millions of exceptions and
 * registrations. But only the first of each after the last step of a life can matter to it, and
 * most lives are over soon. So whenever more has come in than there are lives that are kept anyway,
 * what matters to none of them is dropped: the memory grows with those lives and the threads, and
 * not with the number of exceptions.
 */
public final class JvmContext implements Consumer<ContextEvent> {
  private static final int ROOM = 1 << 16;

  private final Supplier<Stream<Life>> lives;
  private final int least;
  private final Map<Long, ThreadContext> threads = new HashMap<>();
  private final TestRuns tests = new TestRuns();
  private final ExceptionCounts exceptions = new ExceptionCounts();
  private final Requests requests;
  private long latestId;
  private ThreadContext latest = new ThreadContext();
  private int size;
  private int room;

  /** {@code lives}: those that are kept whole. */
  public JvmContext(Supplier<Stream<Life>> lives) {
    this(lives, ROOM);
  }

  /** As {@link #JvmContext(Supplier)}, dropping what cannot matter after so many events. */
  public JvmContext(Supplier<Stream<Life>> lives, int least) {
    this.lives = lives;
    this.least = least;
    this.room = least;
    this.requests = new Requests(lives, least);
  }

  @Override
  public void accept(ContextEvent event) {
    if (event instanceof TestRan test) {
      tests.add(test);
    } else if (event instanceof TestPlanRan plan) {
      tests.add(plan);
    } else if (event instanceof RequestRan request) {
      requests.add(request);
    } else if (event instanceof RequestsDeclared) {
      requests.declare();
    } else if (event instanceof ThreadEnded ended && isKnown(ended)) {
      thread(ended).end(ended.moment().time());
    } else if (event instanceof Thrown thrown
        && isKnown(thrown)
        && !NoFailure.is(thrown.type(), thrown.moment().site())) {
      exceptions.add(thrown.moment().site());
      thread(thrown).add(thrown);
      grow();
    }
  }

  /** Takes a registration: what a thread throws after it has less to do with what was before. */
  public void add(Registered registered) {
    requests.add(registered);
    if (isKnown(registered)) {
      thread(registered).add(registered);
      grow();
    }
  }

  private static boolean isKnown(RecordingEvent event) {
    return event.moment().thread().id() != 0;
  }

  /** By the id of the thread: its name may change. */
  private ThreadContext thread(RecordingEvent event) {
    long id = event.moment().thread().id();
    if (id != latestId) {
      latest = threads.computeIfAbsent(id, i -> new ThreadContext());
      latestId = id;
    }
    return latest;
  }

  /** How many exceptions and registrations are kept. */
  int size() {
    return size;
  }

  private void grow() {
    size++;
    if (size > room) {
      prune();
    }
  }

  private void prune() {
    Map<Long, List<RecordingEvent>> lastSteps = new HashMap<>();
    long[] kept = {0};
    lives
        .get()
        .forEach(
            life -> {
              kept[0]++;
              for (Step step : lastSteps(life)) {
                lastSteps
                    .computeIfAbsent(step.moment().thread().id(), id -> new ArrayList<>())
                    .add(step);
              }
            });
    size = 0;
    threads.forEach(
        (id, thread) -> {
          thread.prune(lastSteps.getOrDefault(id, List.of()));
          size += thread.size();
        });
    room = (int) Math.min(Integer.MAX_VALUE / 2, (long) size + least + kept[0]);
  }

  /** Takes what another file or chunk has, whose lives have been taken over. */
  public void addAll(JvmContext other) {
    other.threads.forEach(
        (id, thread) -> threads.computeIfAbsent(id, i -> new ThreadContext()).addAll(thread));
    size += other.size;
    exceptions.addAll(other.exceptions);
    tests.addAll(other.tests);
    requests.addAll(other.requests);
    if (size > room) {
      prune();
    }
  }

  /**
   * In which requests the released resources of a checker were registered, by fingerprint.
   *
   * @param kept the lives of the checker that are kept whole
   */
  public Map<String, ReleasedIn> released(int checkerId, Collection<Life> kept) {
    return requests.released(checkerId, kept);
  }

  /** What is known around a life that nobody released. */
  public LifeContext of(Life life) {
    Step step = life.lastStep();
    Registered registered = life.registered();
    TestRan test = registered == null ? null : tests.at(registered.moment());
    InRequest request = requests.at(registered);
    if (step == null || !isKnown(step)) {
      return new LifeContext(null, null, null, test, request, null);
    }
    ThreadRef thread = step.moment().thread();
    ThreadContext after = threads.getOrDefault(thread.id(), new ThreadContext());
    Throw thrown = thrown(life);
    return new LifeContext(
        thrown,
        thrown != null ? null : later(step, after),
        ended(after.endAfter(step.moment().time()), thread),
        test,
        request,
        requests.at(step));
  }

  /** The last step of a life, and the last on the thread that registered it, if not the same. */
  private static List<Step> lastSteps(Life life) {
    Step last = life.lastStep();
    Registered registered = life.registered();
    if (last == null) {
      return List.of();
    }
    if (registered == null || isOn(last, registered)) {
      return List.of(last);
    }
    Step own = registered;
    for (Step step : life.ordered()) {
      own = isOn(step, registered) ? step : own;
    }
    return List.of(last, own);
  }

  private static boolean isOn(Step step, Registered registered) {
    return step.moment().thread().id() == registered.moment().thread().id();
  }

  /** What was thrown on the thread that had it last, or else on the one that registered it. */
  private @Nullable Throw thrown(Life life) {
    for (Step step : lastSteps(life)) {
      ThreadContext thread = threads.get(step.moment().thread().id());
      Thrown event =
          thread == null || !isKnown(step)
              ? null
              : inSameTest(step.moment(), thread.thrownAfter(step));
      Throw thrown =
          event == null ? null : Throw.of(step, event, exceptions.at(event.moment().site()));
      if (thread != null && thrown != null && isStillIn(thrown, step, thread, life)) {
        return thrown;
      }
    }
    return null;
  }

  private @Nullable LaterThrow later(Step step, ThreadContext thread) {
    Thrown event = inSameTest(step.moment(), thread.thrownAfter(step));
    return event == null ? null : new LaterThrow(event, exceptions.at(event.moment().site()));
  }

  /**
   * Whether the method that was running at the step had not returned by the time of the exception,
   * as far as what the thread registered in between shows: it did so within that method, and not
   * where the life itself began, which would be the next turn.
   */
  private static boolean isStillIn(Throw thrown, Step step, ThreadContext thread, Life life) {
    List<Site> between = thread.registeredBetween(step, thrown.event());
    return between != null
        && between.stream()
            .noneMatch(
                site ->
                    site.equals(life.site())
                        || !CommonFrame.isRunning(site, thrown.site(), thrown.through()));
  }

  /** A test's exceptions are no business of another test's resources. */
  private @Nullable Thrown inSameTest(Moment step, @Nullable Thrown thrown) {
    boolean within = thrown != null && tests.areInOne(step, thrown.moment());
    return within ? thrown : null;
  }

  private static @Nullable Moment ended(long time, ThreadRef thread) {
    return time == 0 ? null : new Moment(time, thread, Site.NONE);
  }
}
