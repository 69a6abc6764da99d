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
    } else if (event instanceof Thrown thrown && isKnown(thrown)) {
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
              RecordingEvent step = life.lastStep();
              if (step != null) {
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
    RecordingEvent step = life.lastStep();
    Registered registered = life.registered();
    TestRan test = registered == null ? null : tests.at(registered.moment());
    InRequest request = requests.at(registered);
    if (step == null || !isKnown(step)) {
      return new LifeContext(null, null, test, request, null);
    }
    ThreadRef thread = step.moment().thread();
    ThreadContext after = threads.getOrDefault(thread.id(), new ThreadContext());
    return new LifeContext(
        Throw.of(step.moment(), inSameTest(step.moment(), after.thrownAfter(step))),
        ended(after.endAfter(step.moment().time()), thread),
        test,
        request,
        requests.at(step));
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
