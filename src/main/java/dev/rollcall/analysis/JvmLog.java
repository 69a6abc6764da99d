package dev.rollcall.analysis;

import dev.rollcall.analysis.context.JvmContext;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.life.NextSteps;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.EventLog;
import dev.rollcall.recording.EventTaker;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.RecordingEvent;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the events of one JVM, by checker, whatever file and order they come in. */
public final class JvmLog implements Consumer<LifecycleEvent>, EventLog<JvmLog> {
  /** How many lives of a checker that are over are kept whole: those that ended last. */
  private static final int PATIENCE = 1 << 12;

  private final Map<Integer, CheckerLog> checkers = new TreeMap<>();
  private final Fingerprints fingerprints = new Fingerprints();
  private final NextSteps nextSteps = new NextSteps();
  private final JvmContext jvmContext = new JvmContext(this::lives);
  private final @Nullable Selection selection;
  private final int patience;

  /** Whether it is of one chunk, and earlier ones are collected elsewhere. */
  private final boolean part;

  private final EventTaker taker = new Taker();
  private @Nullable CheckerLog latest;

  /** The tests with which the files end that this has taken over; null while it is of one file. */
  private @Nullable Map<Integer, String> testsOfFiles;

  /** An empty log, for findings: it need not keep who was released. */
  public JvmLog() {
    this(PATIENCE);
  }

  /** As {@link #JvmLog()}, with so many lives that are over kept whole for a while. */
  public JvmLog(int patience) {
    this(null, patience, false);
  }

  /** An empty log that keeps the whole histories of a selection. */
  public JvmLog(Selection selection) {
    this(selection, PATIENCE, false);
  }

  private JvmLog(@Nullable Selection selection, int patience, boolean part) {
    this.part = part;
    this.selection = selection;
    this.patience = patience;
  }

  private boolean keeps(Life life) {
    return selection != null
        && selection.matches(life.resourceId(), life.type())
        && (!(selection instanceof Selection.ByGroup group)
            || group.fingerprint().equals(fingerprints.of(life, null)));
  }

  @Override
  public void add(RecordingEvent event) {
    event.giveTo(taker);
  }

  @Override
  public JvmLog part() {
    return new JvmLog(selection, patience, true);
  }

  @Override
  public boolean append(JvmLog later) {
    if (!later.checkers.values().stream()
        .allMatch(log -> checker(log.checkerId()).goesOnWith(log))) {
      return false;
    }
    nextSteps.join(later.nextSteps);
    takeOver(later);
    nextSteps.goOnAfter(later.nextSteps, this::find);
    return true;
  }

  private @Nullable Life find(int checkerId, long resourceId) {
    CheckerLog log = checkers.get(checkerId);
    return log == null ? null : log.find(resourceId);
  }

  @Override
  public void accept(LifecycleEvent event) {
    event.giveTo(taker);
  }

  /** Gives each event to its checker, and to what keeps the context. */
  private final class Taker implements EventTaker {
    @Override
    public void take(Registered event) {
      of(event.checkerId()).take(event);
      jvmContext.add(event);
    }

    @Override
    public void take(Unregistered event) {
      of(event.checkerId()).take(event);
    }

    @Override
    public void take(Counted event) {
      of(event.checkerId()).take(event);
    }

    @Override
    public void take(Numbered event) {
      of(event.checkerId()).take(event);
    }

    @Override
    public void take(LifecycleEvent event) {
      of(event.checkerId()).take(event);
    }

    @Override
    public void take(ContextEvent event) {
      jvmContext.accept(event);
    }

    /** Nearly all events are of one checker: the map is asked only when it changes. */
    private CheckerLog of(int checkerId) {
      CheckerLog log = latest;
      if (log == null || checkerId != log.checkerId()) {
        log = checker(checkerId);
        latest = log;
      }
      return log;
    }
  }

  private Stream<Life> lives() {
    return checkers.values().stream().flatMap(log -> log.lives().stream());
  }

  /** What takes the events that tell what went on around the resources. */
  public Consumer<ContextEvent> context() {
    return jvmContext;
  }

  JvmContext jvmContext() {
    return jvmContext;
  }

  private CheckerLog checker(int id) {
    return checkers.computeIfAbsent(
        id, i -> new CheckerLog(i, this::keeps, patience, fingerprints, nextSteps, part));
  }

  /** Takes over the events of another file of the same JVM. */
  void addAll(JvmLog other) {
    Map<Integer, String> tests = new TreeMap<>(testsOfFiles());
    tests.putAll(other.testsOfFiles());
    testsOfFiles = tests;
    takeOver(other);
  }

  private void takeOver(JvmLog other) {
    other.checkers.values().forEach(log -> checker(log.checkerId()).addAll(log));
    jvmContext.addAll(other.jvmContext);
  }

  private Map<Integer, String> testsOfFiles() {
    if (testsOfFiles != null) {
      return testsOfFiles;
    }
    CheckerLog global = checkers.get(0);
    return global == null
        ? Map.of()
        : global
            .checks()
            .last()
            .filter(check -> check.trigger() == Trigger.TEST)
            .map(check -> Map.of(check.checkId(), check.test()))
            .orElse(Map.of());
  }

  /**
   * The tests whose own recordings these are, by the number of the check with which each ends.
   * Empty where a recording goes on to the JVM's exit: then that has the last word on everything.
   */
  Map<Integer, String> tests() {
    CheckerLog global = checkers.get(0);
    boolean exited =
        global != null
            && (!global.checks().by(Trigger.EXIT).isEmpty()
                || global.checkpoints().stream().anyMatch(point -> point.phase() == Phase.EXIT));
    return exited ? Map.of() : testsOfFiles();
  }

  public Collection<CheckerLog> checkers() {
    return checkers.values();
  }

  Fingerprints fingerprints() {
    return fingerprints;
  }
}
