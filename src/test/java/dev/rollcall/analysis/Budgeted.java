package dev.rollcall.analysis;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a program records that follows so many lives of each type a second, by a clock that is
 * simulated, and what really became of each life.
 */
final class Budgeted {
  static final String BUSY = "com.acme.Buffer";
  static final String RARE = "com.acme.Pool";
  static final String IMMORTAL = "com.acme.Immortal";

  private static final long START = 1_764_000_000_000_000_000L;
  private static final long SECOND = 1_000_000_000;
  private static final long MILLI = 1_000_000;
  private static final ThreadRef THREAD = new ThreadRef("worker", 1);

  /** A life as it really is. */
  static final class Truth {
    final long id;
    final String type;
    final Site site;
    final boolean followed;
    final boolean uses;
    final long began;
    boolean live = true;
    private int sequence;

    Truth(long id, String type, Site site, boolean followed, boolean uses, long began) {
      this.id = id;
      this.type = type;
      this.site = site;
      this.followed = followed;
      this.uses = uses;
      this.began = began;
    }

    boolean isIgnored() {
      return type.equals(IMMORTAL);
    }
  }

  /** A budget of whole lives a second; holds one second's worth. */
  private static final class Bucket {
    private final double perSecond;
    private double tokens;
    private long filled = START;

    Bucket(double perSecond) {
      this.perSecond = perSecond;
      this.tokens = perSecond;
    }

    boolean take(long now) {
      tokens = Math.min(perSecond, tokens + (now - filled) * perSecond / SECOND);
      filled = now;
      boolean taken = tokens >= 1;
      tokens -= taken ? 1 : 0;
      return taken;
    }
  }

  private final Random random;
  private final double perSecond;
  private final double usesPerSecond;
  private final boolean sitesKept;
  private final int cap;
  private final List<LifecycleEvent> events = new ArrayList<>();
  private final Map<Long, Truth> lives = new TreeMap<>();
  private final Map<String, Bucket> budgets = new HashMap<>();
  private final Map<String, Bucket> usesBudgets = new HashMap<>();
  private final Set<Long> leaking = new HashSet<>();
  private Set<Long> found = Set.of();
  private Set<Long> listed = Set.of();
  private long checkedAt = Long.MIN_VALUE;
  private long listedAt = Long.MIN_VALUE;
  private long lastChunk = START;
  private long now = START;
  private int checks;
  private boolean unfinished;

  /**
   * {@code perSecond}: so many lives of a type are followed; {@code sitesKept}: whether the program
   * keeps the sites of all; {@code cap}: so many a checkpoint writes one by one.
   */
  Budgeted(Random random, double perSecond, boolean sitesKept, int cap) {
    this(random, perSecond, Double.MAX_VALUE, sitesKept, cap);
  }

  Budgeted(Random random, double perSecond, double usesPerSecond, boolean sitesKept, int cap) {
    this.random = random;
    this.perSecond = perSecond;
    this.usesPerSecond = usesPerSecond;
    this.sitesKept = sitesKept;
    this.cap = cap;
  }

  private static Site site(String method) {
    return Events.site(method);
  }

  private Moment now(Site site) {
    now += 1_000;
    return new Moment(now, THREAD, site);
  }

  /** The recording begins: what there is already is in the totals alone. */
  Budgeted start() {
    events.add(new Checkpoint(now(Site.NONE), 0, Phase.START, totals(), 0));
    return this;
  }

  Budgeted pause(long nanos) {
    now += nanos;
    return this;
  }

  /** Registers one; {@code leaks}: it will never be released. */
  Truth register(String type, String method, boolean leaks) {
    Site site = site(method);
    boolean followed = budgets.computeIfAbsent(type, t -> new Bucket(perSecond)).take(now);
    boolean uses =
        followed && usesBudgets.computeIfAbsent(type, t -> new Bucket(usesPerSecond)).take(now);
    Moment moment = now(site);
    Truth life = new Truth(lives.size() + 1L, type, site, followed, uses, moment.time());
    lives.put(life.id, life);
    if (leaks) {
      leaking.add(life.id);
    }
    if (followed) {
      events.add(new Registered(moment, 0, life.id, type, null, 0, 0, uses));
    }
    return life;
  }

  void touch(Truth life, String method) {
    if (life.followed) {
      events.add(
          new Touched(now(site(method)), 0, life.id, life.type, "handed on", ++life.sequence));
    }
  }

  void use(Truth life, String method) {
    if (life.followed && life.uses) {
      events.add(new Used(now(site(method)), 0, life.id, life.type, ++life.sequence));
    }
  }

  void unregister(Truth life) {
    unregister(life, "close");
  }

  void unregister(Truth life, String method) {
    life.live = false;
    Moment moment = now(site(method));
    if (life.followed) {
      events.add(new Unregistered(moment, 0, life.id, life.type, life.sequence));
    }
  }

  private List<Truth> live() {
    return lives.values().stream().filter(life -> life.live).toList();
  }

  private long count(Predicate<Truth> which) {
    return lives.values().stream().filter(which).count();
  }

  Totals totals() {
    return new Totals(
        lives.size(),
        count(life -> !life.live),
        count(life -> life.live),
        count(life -> life.live && life.isIgnored()),
        count(life -> !life.followed),
        count(life -> !life.followed && !life.live));
  }

  private @Nullable String fingerprint(Truth life) {
    return life.followed || sitesKept ? Fingerprint.of(life.type, life.site.frames()) : null;
  }

  /** The group that a report can put a life into. */
  String group(Truth life) {
    String known = fingerprint(life);
    return known == null ? Fingerprint.unknown(life.type) : known;
  }

  private Condition condition(Truth life) {
    return new Condition(
        -1, (now - life.began) / MILLI, false, fingerprint(life), 0, 0, life.followed);
  }

  /** A check; what it finds is told after it. */
  void check(Trigger trigger) {
    int checkId = ++checks;
    Moment moment = now(site("check"));
    List<Truth> leaked = live().stream().filter(life -> !life.isIgnored()).toList();
    events.add(new LeakCheck(moment, 0, checkId, trigger, totals(), leaked.size()));
    Set<Long> ids = new HashSet<>();
    for (Truth life : leaked) {
      ids.add(life.id);
      events.add(new LeakFound(now(Site.NONE), 0, life.id, life.type, condition(life), checkId));
    }
    found = ids;
    checkedAt = moment.time();
  }

  /** A checkpoint that writes the oldest one by one. */
  void checkpoint(Phase phase) {
    long scanned = now(Site.NONE).time();
    List<Truth> all = live();
    Set<Long> ids = new HashSet<>();
    for (Truth life : all.subList(0, Math.min(cap, all.size()))) {
      ids.add(life.id);
      boolean known = fingerprint(life) != null;
      events.add(
          new LiveFound(
              now(Site.NONE),
              0,
              life.id,
              life.type,
              condition(life),
              new Registration(
                  life.began, known ? "worker" : "", known ? life.site : Site.NONE, null),
              life.sequence,
              life.isIgnored()));
    }
    Map<List<Object>, List<Truth>> beyond = new HashMap<>();
    for (Truth life : all.subList(ids.size(), all.size())) {
      beyond
          .computeIfAbsent(List.of(group(life), life.isIgnored()), key -> new ArrayList<>())
          .add(life);
    }
    for (List<Truth> group : beyond.values()) {
      Truth one = group.get(0);
      events.add(
          new LiveGroup(
              now(Site.NONE),
              0,
              one.type,
              fingerprint(one),
              fingerprint(one) == null ? Site.NONE : one.site,
              group.size(),
              one.isIgnored()));
    }
    events.add(new Checkpoint(now(Site.NONE), 0, phase, totals(), ids.size(), scanned));
    listed = ids;
    listedAt = scanned;
  }

  void nextChunk() {
    checkpoint(Phase.CHUNK);
    lastChunk = now(Site.NONE).time();
  }

  /** The last checkpoint is that of a dump, or of the exit. */
  Budgeted end(Phase phase) {
    if (phase == Phase.EXIT) {
      check(Trigger.FINAL);
    }
    checkpoint(phase);
    return this;
  }

  /** It was killed. */
  Budgeted kill() {
    unfinished = true;
    return this;
  }

  /** Does so many things at random. */
  Budgeted run(int things) {
    for (int i = 0; i < things; i++) {
      now += random.nextInt(4_000_000);
      List<Truth> mortal = live().stream().filter(life -> !leaking.contains(life.id)).toList();
      switch (random.nextInt(20)) {
        case 0 -> {
          if (random.nextInt(8) == 0) {
            check(Trigger.DEMAND);
          }
        }
        case 1 -> {
          if (random.nextInt(3) == 0) {
            nextChunk();
          }
        }
        case 2 -> {
          if (random.nextInt(6) == 0) {
            register(RARE, "rare", random.nextInt(8) == 0);
          }
        }
        case 3, 4, 5, 6 -> {
          if (!mortal.isEmpty()) {
            Truth life = mortal.get(random.nextInt(mortal.size()));
            touch(life, "handle");
            use(life, "read" + random.nextInt(2));
          }
        }
        case 7, 8, 9, 10, 11, 12 -> {
          if (!mortal.isEmpty()) {
            unregister(mortal.get(random.nextInt(mortal.size())));
          }
        }
        default -> {
          int method = Math.min(2, random.nextInt(6));
          register(BUSY, "open" + method, random.nextInt(method == 0 ? 6 : 40) == 0);
        }
      }
    }
    return this;
  }

  List<LifecycleEvent> events() {
    return events;
  }

  Truth truth(long id) {
    Truth life = lives.get(id);
    if (life == null) {
      throw new AssertionError("no life " + id);
    }
    return life;
  }

  /** The lives of which that is true. */
  List<Truth> leaked(Predicate<Truth> which) {
    return lives.values().stream().filter(which).toList();
  }

  /** How many lives there are of which that is true. */
  long lives(Predicate<Truth> which) {
    return count(which);
  }

  /** What the last check found and lives, as far as the recording can prove it at its end. */
  long provenLeaks() {
    return count(
        life ->
            life.live
                && found.contains(life.id)
                && (life.followed || (listed.contains(life.id) && listedAt > checkedAt)));
  }

  /** Those of which that is true, by the group that a report can put them into. */
  Map<String, Long> groups(Predicate<Truth> which) {
    return new TreeMap<>(
        lives.values().stream().filter(which).collect(toMap(this::group, life -> 1L, Long::sum)));
  }

  Analysis analysis(List<LifecycleEvent> order, JvmLog log) {
    order.forEach(log);
    Analysis analysis = new Analysis();
    analysis.add(recording(), log, null);
    return analysis;
  }

  Recording recording() {
    return recording(Path.of("app.jfr"));
  }

  Recording recording(Path file) {
    List<ChunkFault> faults =
        unfinished
            ? List.of(new ChunkFault(0, ChunkFault.Kind.UNFINISHED, "it was killed"))
            : List.of();
    return new Recording(
        file,
        null,
        START,
        now,
        lastChunk,
        1,
        events.size(),
        faults,
        DataLoss.NONE,
        Map.of(Recording.ALL_LIVES, false),
        Map.of());
  }
}
