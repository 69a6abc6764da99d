package dev.rollcall;

import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.exit.Checkers;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.ScopedDetail;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.testing.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes each call of a life at every depth at which the stack runs out in it: a call that throws
 * must have changed nothing, any other all that it changes elsewhere. Prints how many calls threw,
 * then what was wrong.
 */
final class StackProgram {
  /** So many calls in a row that did not throw end the search. */
  private static final int ENOUGH = 60;

  /** Makes the stack, and so the search, short. */
  private static final int STACK_BYTES = 192 << 10;

  /** Who follows the steps. */
  private enum Followed {
    BY_NOBODY,
    BY_A_TEST,
    BY_A_RECORDING
  }

  /** What a call may change. */
  private record Status(
      long registered,
      long unregistered,
      int live,
      boolean isRegistered,
      int references,
      int destroyed,
      int sequence,
      long kept) {
    static final Status SAME = new Status(0, 0, 0, false, 0, 0, 0, 0);

    Status minus(Status before) {
      return new Status(
          registered - before.registered,
          unregistered - before.unregistered,
          live - before.live,
          isRegistered ^ before.isRegistered,
          references - before.references,
          destroyed - before.destroyed,
          isRegistered ? sequence - before.sequence : 0,
          isRegistered ? kept - before.kept : 0);
    }
  }

  private final class Subject extends RefCounted {
    private int destroyed;

    @Override
    protected LeakChecker leakChecker() {
      return checker;
    }

    @Override
    protected void destroy() {
      destroyed++;
    }

    void begin() {
      register();
    }

    void use() {
      used();
    }

    Status status() {
      Entry entry = checker.state.live.get(this);
      return new Status(
          checker.state.types.registered(),
          checker.state.types.unregistered(),
          checker.state.live.all().size(),
          entry != null,
          refCount(),
          destroyed,
          entry == null ? 0 : entry.sequence(),
          entry != null && entry.detail() instanceof ScopedDetail detail
              ? detail.lastSteps().size() + detail.forgotten()
              : 0);
    }
  }

  /** A call, what it needs before, and the event it leaves. */
  private record Call(
      String name, Consumer<Subject> before, Consumer<Subject> itself, String event) {}

  private final Followed followed;
  private final ActiveChecker checker;
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Long> events = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  private StackProgram(Followed followed, @Nullable Scope scope) {
    this.followed = followed;
    Settings settings = Settings.separate(LeakMode.WARN, SiteMode.BOTH, "");
    State state = new State(Checkers.nextId(), settings, scope);
    Checkers.start(state);
    checker = new ActiveChecker(state);
    Consumer<Subject> nothing = subject -> {};
    Consumer<Subject> begin = Subject::begin;
    call("register", nothing, Subject::begin, "");
    call("register an owned one", nothing, one -> checker.register(one, "some", checker), "");
    call("unregister", begin, checker::unregister, "");
    call("tryUnregister", begin, checker::tryUnregister, "");
    call("retain", begin, RefCounted::retain, "Retain");
    call("retain by an owner", begin, one -> one.retain(one), "Retain");
    call("tryRetain", begin, RefCounted::tryRetain, "Retain");
    call("release", begin.andThen(this::retain), RefCounted::release, "Release");
    call("last release", begin, RefCounted::release, "");
    call("touch", begin, one -> one.touch("here"), "Touch");
    call("used", begin, Subject::use, "Use");
    call("retained", begin, one -> checker.retained(one, 2), "Retain");
    call("released", begin, one -> checker.released(one, 1), "Release");
    call("owned", begin, one -> checker.owned(one, one), "");
    call("ignore", begin, checker::ignore, "");
  }

  private void call(String name, Consumer<Subject> before, Consumer<Subject> itself, String event) {
    calls.add(new Call(name, before, itself, event));
  }

  private void retain(Subject subject) {
    subject.retain();
    count("Retain");
  }

  /** Frames of two sizes, so that the depths lie close to each other. */
  private static void down(int frames, int wide, Consumer<Subject> call, Subject subject) {
    if (wide > 0) {
      wider(frames, wide, call, subject);
    } else if (frames > 0) {
      down(frames - 1, 0, call, subject);
    } else {
      call.accept(subject);
    }
  }

  private static void wider(int frames, int wide, Consumer<Subject> call, Subject subject) {
    long some = (long) frames + wide;
    down(frames, wide - 1, call, subject);
    if (some < 0) {
      throw new AssertionError(some);
    }
  }

  /** How a call ended on a new resource, and what it changed. */
  private record Made(boolean threw, Status change) {}

  private Made make(Call call, int frames, int wide) {
    Subject subject = new Subject();
    call.before.accept(subject);
    Status before = subject.status();
    boolean threw = false;
    try {
      down(frames, wide, call.itself, subject);
      count(call.event);
    } catch (StackOverflowError e) {
      threw = true;
    }
    Status change = subject.status().minus(before);
    boolean unused = checker.tryUnregister(subject);
    return new Made(threw, change);
  }

  private void count(String event) {
    events.merge(event, 1L, Long::sum);
  }

  private boolean threw(Call call, Status whole, int frames, int wide) {
    Made made = make(call, frames, wide);
    if (!made.change.equals(made.threw ? Status.SAME : whole)) {
      String end = made.threw ? " threw and made " : " made ";
      wrong.add(call.name + " at " + frames + "+" + wide + end + made.change);
    }
    return made.threw;
  }

  /** How often each call is made before, so that it is compiled; it is the same code for all. */
  private int warm() {
    int often = Integer.getInteger("warm", 0);
    return followed == Followed.BY_NOBODY ? often : often / 4;
  }

  /** Returns how many calls threw. */
  private int atEveryDepth(Call call) {
    for (int i = warm(); i > 0; i--) {
      make(call, 0, 0);
    }
    Status whole = make(call, 0, 0).change;
    int thrown = 0;
    int frames = 100;
    while (thrown < 10) { // else what was compiled meanwhile has moved the end of the stack
      while (!threw(call, whole, frames, 0)) {
        frames += frames / 8;
      }
      for (int room = 0; room < ENOUGH; frames--) {
        for (int wide = 0; wide < 3; wide++) {
          boolean threw = threw(call, whole, frames, wide);
          thrown += threw ? 1 : 0;
          room = threw ? 0 : room + 1;
        }
      }
    }
    return thrown;
  }

  /** Makes resources until the stack runs out, and releases each where it was made. */
  @SuppressWarnings("InfiniteRecursion") // that is its aim
  private void makeAndRelease() {
    Subject subject = new Subject();
    subject.begin();
    try {
      makeAndRelease();
    } finally {
      subject.release();
    }
  }

  private void releaseOnTheWayBack() {
    try {
      makeAndRelease();
    } catch (StackOverflowError e) {
      int left = checker.state.live.all().size();
      if (left > 0) {
        wrong.add(left + " that could be registered could not be released");
      }
    }
  }

  private void run() {
    Thread deep =
        new Thread(
            null,
            () -> {
              for (Call call : calls) {
                System.out.println(followed + " " + call.name + " " + atEveryDepth(call));
              }
              for (int i = 0; i < 20; i++) {
                releaseOnTheWayBack();
              }
            },
            "deep",
            STACK_BYTES);
    deep.start();
    try {
      deep.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The events of a recording are those of the calls that did not throw, no more and no less. */
  private void record() throws Exception {
    Recorded recorded = Recorded.during(recording -> recording.enable("rollcall.Use"), this::run);
    events.remove("");
    events.put("Register", checker.state.types.registered());
    events.put("Unregister", checker.state.types.unregistered());
    Map<String, Long> found = new TreeMap<>();
    for (String event : events.keySet()) {
      found.put(event, (long) recorded.all("rollcall." + event, checker.state.id).size());
    }
    if (!found.equals(events)) {
      wrong.add("events " + found + " instead of " + events);
    }
  }

  /** Makes all calls while nobody follows them, a test does, a recording does. */
  public static void main(String[] arguments) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Followed followed : Followed.values()) {
      Scope scope = new Scope("test", null, true);
      StackProgram program =
          new StackProgram(followed, followed == Followed.BY_A_TEST ? scope : null);
      switch (followed) {
        case BY_NOBODY -> program.run();
        case BY_A_RECORDING -> program.record();
        case BY_A_TEST -> {
          scope.open();
          program.run();
          scope.close();
        }
      }
      program.wrong.forEach(line -> wrong.add(followed + " " + line));
    }
    wrong.stream().limit(30).forEach(System.out::println);
    System.out.println("wrong: " + wrong.size());
  }
}
