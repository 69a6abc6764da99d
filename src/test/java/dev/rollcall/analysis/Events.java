package dev.rollcall.analysis;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.LifecycleEvent.Lost;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.LifecycleEvent.Used;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Recording.DataLoss;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A recording written by hand: each event happens one microsecond after the one before it. */
public final class Events {
  /** The type of all resources here, unless another one is named. */
  public static final String TYPE = "com.acme.Buffer";

  private static final long STEP = 1_000;

  private final List<LifecycleEvent> events = new ArrayList<>();
  private long time = 1_764_000_000_000_000_000L;
  private Map<String, Boolean> settings = Map.of();
  private List<ChunkFault> faults = List.of();
  private DataLoss dataLoss = DataLoss.NONE;
  private boolean shuffled;
  private String type = TYPE;

  private static final Map<String, Site> SITES = new ConcurrentHashMap<>();

  /** A site with one frame in the program; the same one every time, as a reader gives it. */
  public static Site site(String method) {
    return SITES.computeIfAbsent(
        method,
        m ->
            new Site(
                List.of(new StackTraceElement("com.acme.Server", m, "Server.java", 42)), false));
  }

  private Moment now(Site site) {
    time += STEP;
    return new Moment(time, new ThreadRef("main", 1), site);
  }

  public Events register(long id) {
    return register(id, "open");
  }

  /** From now on all resources are of this type. */
  public Events of(String otherType) {
    type = otherType;
    return this;
  }

  public Events register(long id, String method) {
    return add(new Registered(now(site(method)), 0, id, type, null));
  }

  public Events register(long id, String method, long ownerId) {
    return add(new Registered(now(site(method)), 0, id, type, null, ownerId));
  }

  /** One that says how many bytes it holds. */
  Events registerHolding(long id, long bytes) {
    return add(new Registered(now(site("open")), 0, id, type, null, 0, bytes));
  }

  /** So many beyond the cap of a checkpoint, which hold so many bytes together. */
  Events liveGroupHolding(long count, long bytes) {
    return add(new LiveGroup(now(Site.NONE), 0, type, null, site("open"), count, false, bytes));
  }

  public Events unregister(long id, int sequence) {
    return unregister(id, sequence, "close");
  }

  public Events unregister(long id, int sequence, String method) {
    return add(new Unregistered(now(site(method)), 0, id, type, sequence));
  }

  /** As a cleaner does it. */
  public Events unregisterByCollector(long id) {
    return add(new Unregistered(now(site("run")), 0, id, type, 0, true));
  }

  public Events retain(long id, long refCount, int sequence) {
    return add(new Counted(now(site("retain")), 0, id, type, true, refCount, sequence));
  }

  public Events retain(long id, long refCount, int sequence, long ownerId) {
    return add(new Counted(now(site("take")), 0, id, type, true, refCount, sequence, ownerId));
  }

  public Events release(long id, long refCount, int sequence, long ownerId) {
    return add(new Counted(now(site("give")), 0, id, type, false, refCount, sequence, ownerId));
  }

  public Events release(long id, long refCount, int sequence) {
    return add(new Counted(now(site("release")), 0, id, type, false, refCount, sequence));
  }

  public Events touch(long id, String note, int sequence) {
    return add(new Touched(now(site("use")), 0, id, type, note, sequence));
  }

  public Events use(long id, int sequence) {
    return add(new Used(now(site("use")), 0, id, type, sequence));
  }

  /** The collector revealed that a resource is gone. */
  public Events lost(long id) {
    return add(new Lost(now(Site.NONE), 0, id, type, null));
  }

  public Events misuse(long id, String kind) {
    return misuse(id, kind, "misuse");
  }

  public Events misuse(long id, String kind, String method) {
    return add(new Misused(now(site(method)), 0, id, type, kind, "it was wrong"));
  }

  public Events leak(int checkId, long id) {
    return leak(checkId, id, null, false);
  }

  public Events leak(int checkId, long id, @Nullable String fingerprint, boolean lost) {
    return add(
        new LeakFound(
            now(Site.NONE), 0, id, type, new Condition(1, 1_500, lost, fingerprint), checkId));
  }

  /** A leak check; its event bears the time at which it began, so it comes before its leaks. */
  public Events check(int checkId, String trigger, Totals totals) {
    return add(
        new LeakCheck(
            now(site("check")),
            0,
            checkId,
            Trigger.of(trigger),
            totals,
            totals.live() - totals.ignored()));
  }

  public Events live(long id, boolean ignored) {
    return add(
        new LiveFound(
            now(Site.NONE),
            0,
            id,
            TYPE,
            new Condition(1, 1_500, false, null),
            new Registration(1_763_999_999_000_000_000L, "early", site("open"), null),
            0,
            ignored));
  }

  public Events liveGroup(long count, String method) {
    return add(new LiveGroup(now(Site.NONE), 0, type, null, site(method), count, false));
  }

  Events ignoredGroup(long count, String method) {
    return add(new LiveGroup(now(Site.NONE), 0, type, null, site(method), count, true));
  }

  public Events checkpoint(String phase, Totals totals, long written) {
    return add(new Checkpoint(now(Site.NONE), 0, Phase.of(phase), totals, written));
  }

  /** A checkpoint that began to look at the live map before the last so many events. */
  Events checkpoint(String phase, Totals totals, long written, int before) {
    Moment moment = now(Site.NONE);
    long scanned = moment.time() - (before + 1) * STEP;
    return add(new Checkpoint(moment, 0, Phase.of(phase), totals, written, scanned));
  }

  public Events add(LifecycleEvent event) {
    events.add(event);
    return this;
  }

  public List<LifecycleEvent> inOrder() {
    return List.copyOf(events);
  }

  public Events dataLoss() {
    dataLoss = new DataLoss(1, 8_192);
    return this;
  }

  public Events off(String eventType) {
    settings = Map.of(eventType, false);
    return this;
  }

  /** The recording says that these kinds of event were on. */
  public Events on(String... eventTypes) {
    settings = Stream.of(eventTypes).collect(Collectors.toMap(type -> type, type -> true));
    return this;
  }

  /** The only chunk ends as that of a JVM that was killed. */
  public Events unfinished() {
    faults = List.of(new ChunkFault(0, ChunkFault.Kind.UNFINISHED, "it is not finished"));
    return this;
  }

  /** Delivers the events in another order than that of their times. */
  public Events shuffled() {
    shuffled = true;
    return this;
  }

  /** Delivers the events, in the order of their times, to a log. */
  void addTo(JvmLog log) {
    events.forEach(log);
  }

  public Analysis analysis() {
    List<LifecycleEvent> order = new ArrayList<>(events);
    if (shuffled) {
      Collections.reverse(order);
    }
    return analysis(order, new JvmLog());
  }

  /** As {@link #analysis()}, with the events in an order of one's own, collected by a log. */
  Analysis analysis(List<LifecycleEvent> order, JvmLog log) {
    order.forEach(log);
    Recording recording =
        new Recording(
            Path.of("app.jfr"),
            null,
            1_764_000_000_000_000_000L,
            1_764_000_002_500_000_000L,
            1,
            events.size(),
            faults,
            dataLoss,
            settings);
    Analysis analysis = new Analysis();
    analysis.add(recording, log, null);
    return analysis;
  }

  public Findings findings() {
    return analysis().findings(3);
  }

  public History history(long id) {
    List<History> found = analysis().histories(new Selection.ById(id)).toList();
    if (found.size() != 1) {
      throw new AssertionError("histories: " + found);
    }
    return found.get(0);
  }

  public Verdict verdict(long id) {
    return history(id).verdict();
  }

  public List<Loss.Kind> losses() {
    return findings().recordings().get(0).losses().stream().map(Loss::kind).toList();
  }
}
