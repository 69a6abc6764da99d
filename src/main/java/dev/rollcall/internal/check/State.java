package dev.rollcall.internal.check;

import dev.rollcall.LeakReport;
import dev.rollcall.LeakStatistics;
import dev.rollcall.internal.live.LiveMap;
import dev.rollcall.internal.live.Quarantine;
import dev.rollcall.internal.live.Sites;
import dev.rollcall.internal.live.TypeCounts;
import dev.rollcall.internal.open.OldestByType;
import dev.rollcall.internal.open.Trend;
import dev.rollcall.internal.overdue.OverdueWatch;
import dev.rollcall.internal.scope.Blame;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.internal.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What one checker has: its settings, its live map and its totals. All that the checks, the
 * checkpoints and the end of the process need of a checker.
 */
public final class State {
  /** 0 is the global checker's. */
  public final int id;

  public final Settings settings;
  public final LiveMap live = new LiveMap();
  public final Sites sites;
  public final TypeCounts types;
  public final MisuseLog misuses;
  public final CollectorReleases byCollector = new CollectorReleases();
  public final Quarantine lately = new Quarantine();

  /** Looks for resources that are older than expected; null where nothing is expected. */
  public final @Nullable OverdueWatch overdue;

  /** How old the oldest of each type is. */
  public final OldestByType oldest = new OldestByType(live);

  /** How each type grows; null until somebody asks. */
  private volatile @Nullable Trend trend;

  private final @Nullable Scope owner;
  private final boolean rehearsal;
  private volatile boolean ended;
  private volatile LeakStatistics.@Nullable LastCheck lastCheck;
  private volatile Held held = Held.NOTHING;

  /**
   * Run before the live map is read for a check or a checkpoint, so that an adapter can say whose
   * the resources are by now. Under JFR's lock, perhaps: takes no lock under which anybody waits
   * for JFR, and throws nothing.
   */
  public volatile Runnable beforeCheck = () -> {};

  /**
   * The state of a checker that has seen nothing yet.
   *
   * @param owner the scope that is blamed for all that is registered; null where the thread decides
   */
  public State(int id, Settings settings, @Nullable Scope owner) {
    this(id, settings, owner, false);
  }

  private State(int id, Settings settings, @Nullable Scope owner, boolean rehearsal) {
    this.id = id;
    this.rehearsal = rehearsal;
    this.settings = settings;
    this.owner = owner;
    this.sites = new Sites(settings.sites(), settings.maxSites());
    this.misuses = new MisuseLog(id, settings.mode(), this::blame, this::countMisuse);
    LostNotices lost = new LostNotices(id, this::hasEnded);
    this.types = new TypeCounts(settings.ignore(), settings.expect(), sites, lost::found);
    this.overdue = OverdueWatch.of(id, live, types, settings.expect(), this::hasEnded);
  }

  /** A state whose checks take no number and are not recorded. */
  public static State rehearsal(Settings settings) {
    return new State(0, settings, null, true);
  }

  boolean isRehearsal() {
    return rehearsal;
  }

  private void countMisuse(Class<?> type) {
    types.get(type).misused.increment();
  }

  /** Notes that a check was made, and what the leaked of it hold. */
  void checked(LeakReport report, Held byThem) {
    held = byThem;
    lastCheck = new LeakStatistics.LastCheck(report.time(), report.leaked());
  }

  /** The latest check; null if there was none. */
  public LeakStatistics.@Nullable LastCheck lastCheck() {
    return lastCheck;
  }

  /** What the leaked resources of the latest check hold. */
  public Held held() {
    return held;
  }

  /** How each type grows, from the first call on. */
  public Trend trend() {
    Trend known = trend;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      Trend begun = trend;
      if (begun == null) {
        begun = new Trend();
        trend = begun;
      }
      return begun;
    }
  }

  /** Takes a sample of each type if somebody has asked how they grow, and it is time. */
  public void sample(long nowMillis) {
    Trend asked = trend;
    if (asked != null && asked.isDue(nowMillis)) {
      for (LeakStatistics.TypeCounts type : Statistics.types(this)) {
        asked.add(type.type(), type.live());
      }
    }
  }

  /** Who is to be blamed for what the calling thread does; null where no test runs. */
  public @Nullable Blame blame() {
    if (!Scope.anyOpen()) {
      return null;
    }
    return owner != null ? owner.certain : id == 0 ? Scope.blame() : null;
  }

  /** Whether one scope is blamed for all that is registered. */
  public boolean isOwned() {
    return owner != null;
  }

  /** Whether a resource that is not ignored is live. */
  public boolean hasLeaks() {
    return live.anyMatch(entry -> !entry.isIgnored());
  }

  /** How many live resources that are not ignored a test, or the end of a run, has told of. */
  public long reported() {
    return live.all().stream().filter(entry -> !entry.isIgnored() && entry.isReported()).count();
  }

  /** Whether the end of a test run has to tell of anything. */
  public boolean hasUnreported() {
    return live.anyMatch(Unreported::has);
  }

  /** Notes that the final check has been made. */
  public void end() {
    ended = true;
  }

  /** Whether the final check has been made. */
  public boolean hasEnded() {
    return ended;
  }
}
