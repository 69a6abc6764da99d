package dev.rollcall.analysis.request;

import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.request.RegistrationCounts.Group;
import dev.rollcall.recording.ContextEvent.RequestRan;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.RecordingEvent;
import dev.rollcall.recording.Request.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which requests the resources of a JVM were registered, those that live on and those that were
 * released.
 *
 * <p>A request is told of when it ends. Of a life that is kept whole it is asked at the end, and
 * the requests that it was in are kept for it. All others are only counted: their registrations
 * wait, a time and the number of a group each, until the request has been told of. At most {@value
 * #PATIENCE} wait; of the oldest it is then not known, unless it can be told already. Requests that
 * nothing waits for are dropped. So memory grows with the lives that are kept, and not with the
 * requests or the registrations.
 *
 * <p>Until a type is declared that can tell of requests, nothing is kept at all.
 */
public final class Requests {
  private static final int PATIENCE = 1 << 18;

  private final Supplier<Stream<Life>> lives;
  private final int least;
  private final int patience;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Works works = new Works();
  private final Map<Long, ThreadRequests> threads = new HashMap<>();
  private final Map<String, Work> spans = new HashMap<>();
  private final Set<String> freshSpans = new HashSet<>();
  private final Map<Group, Integer> numbers = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final RegistrationCounts counts = new RegistrationCounts();
  private boolean declared;
  private boolean scopes;
  private boolean told;

  /** Changes whenever more is known of the work of intervals. */
  private long named;

  private long start = Long.MAX_VALUE;
  private int size;
  private int room;
  private int pending;

  /** {@code lives}: those that are kept whole; {@code least}: so many requests are kept anyway. */
  public Requests(Supplier<Stream<Life>> lives, int least) {
    this(lives, least, PATIENCE);
  }

  /** As the other, with so many registrations that wait. */
  Requests(Supplier<Stream<Life>> lives, int least, int patience) {
    this.lives = lives;
    this.least = least;
    this.patience = patience;
    this.room = least;
  }

  /** Says that requests may be told of. */
  public void declare() {
    declared = true;
  }

  /** Whether requests may be told of. */
  public boolean isDeclared() {
    return declared;
  }

  private ThreadRequests thread(long id) {
    return threads.computeIfAbsent(id, i -> new ThreadRequests());
  }

  /** Takes a request. */
  public void add(RequestRan ran) {
    told = true;
    Role role = ran.request().role();
    String spanId = ran.request().spanId();
    Work work = role == Role.SCOPE ? null : works.of(ran.request());
    if (role == Role.SPAN && work != null && spanId != null) {
      spans.put(spanId, work);
      named++;
      freshSpans.add(spanId);
      size++;
    }
    if (role == Role.SCOPE && !scopes) {
      scopes = true;
      named++;
    }
    boolean onThread = ran.moment().thread().id() != 0 && (role != Role.SPAN || !scopes);
    if (onThread) {
      start = Math.min(start, ran.end());
      thread(ran.moment().thread().id())
          .add(
              new Interval(
                  ran.moment().time(), ran.end(), role, work, spanId, ran.request().example()));
      size++;
    }
    bound();
  }

  private void bound() {
    if (size > room) {
      prune();
    }
    if (pending > patience) {
      prune();
      if (pending > patience / 2) {
        decideOldest();
      }
    }
  }

  /** Takes a registration, to be counted. */
  public void add(Registered registered) {
    if (!declared) {
      return;
    }
    int group = group(registered);
    long thread = registered.moment().thread().id();
    if (thread == 0) {
      count(group, null);
      return;
    }
    start = Math.min(start, registered.moment().time());
    thread(thread).add(registered.moment().time(), group);
    pending++;
    bound();
  }

  private int group(Registered registered) {
    return number(new Group(registered.checkerId(), fingerprints.of(registered)));
  }

  private int number(Group group) {
    return numbers.computeIfAbsent(
        group,
        g -> {
          groups.add(g);
          return groups.size() - 1;
        });
  }

  private @Nullable Work what(Interval interval) {
    return switch (interval.role()) {
      case WORK -> interval.work();
      case SPAN -> scopes ? null : interval.work();
      case SCOPE -> interval.spanId() == null ? null : spans.get(interval.spanId());
    };
  }

  private Timeline timeline(ThreadRequests thread) {
    return thread.timeline(this::what, named);
  }

  private void prune() {
    Map<Long, List<Long>> moments = new HashMap<>();
    long[] kept = {0};
    lives
        .get()
        .forEach(
            life -> {
              kept[0]++;
              note(moments, life.registered());
              note(moments, life.lastStep());
            });
    threads.forEach(
        (id, thread) -> {
          thread.decide(timeline(thread), Long.MIN_VALUE, this::count);
          thread.prune(
              start,
              moments.getOrDefault(id, List.of()).stream()
                  .mapToLong(Long::longValue)
                  .sorted()
                  .toArray());
        });
    dropSpans();
    threads.values().removeIf(ThreadRequests::isEmpty);
    size = spans.size() + threads.values().stream().mapToInt(ThreadRequests::size).sum();
    pending = threads.values().stream().mapToInt(ThreadRequests::pending).sum();
    room = (int) Math.min(Integer.MAX_VALUE / 2, (long) size + least + kept[0]);
  }

  private static void note(Map<Long, List<Long>> moments, @Nullable RecordingEvent step) {
    if (step != null) {
      moments
          .computeIfAbsent(step.moment().thread().id(), id -> new ArrayList<>(2))
          .add(step.moment().time());
    }
  }

  /** Keeps what the scopes that are kept are scopes of, and what has just been told of. */
  private void dropSpans() {
    Set<String> wanted = new HashSet<>(freshSpans);
    threads
        .values()
        .forEach(
            thread ->
                thread.intervals().stream()
                    .filter(each -> each.role() == Role.SCOPE && each.spanId() != null)
                    .forEach(each -> wanted.add(each.spanId())));
    spans.keySet().retainAll(wanted);
    freshSpans.clear();
  }

  /** Decides the older half of the registrations that wait, with what is known. */
  private void decideOldest() {
    long[] times =
        threads.values().stream().flatMapToLong(thread -> Arrays.stream(thread.times())).toArray();
    Arrays.sort(times);
    long middle = times[times.length / 2];
    threads.values().forEach(thread -> thread.decide(timeline(thread), middle + 1, this::count));
    threads.values().removeIf(ThreadRequests::isEmpty);
    pending = threads.values().stream().mapToInt(ThreadRequests::pending).sum();
  }

  private void count(int group, @Nullable Place place) {
    counts.add(groups.get(group), place, 1);
  }

  /** Takes what another file of the same JVM has. */
  public void addAll(Requests other) {
    declared |= other.declared;
    told |= other.told;
    scopes |= other.scopes;
    works.addAll(other.works);
    spans.putAll(other.spans);
    freshSpans.addAll(other.freshSpans);
    counts.addAll(other.counts);
    int[] here = other.groups.stream().mapToInt(this::number).toArray();
    other.threads.forEach((id, thread) -> thread(id).addAll(thread, here));
    named++;
    start = Math.min(start, other.start);
    size += other.size;
    pending += other.pending;
    bound();
  }

  /** How many requests and registrations are kept. */
  int size() {
    return size + pending;
  }

  private @Nullable Place place(Moment moment) {
    ThreadRequests thread = threads.get(moment.thread().id());
    return thread == null ? null : timeline(thread).at(moment.time());
  }

  /** The request in which something was done; null where that is not known. */
  public @Nullable InRequest at(@Nullable RecordingEvent step) {
    Place place = step == null ? null : place(step.moment());
    return place == null ? null : new InRequest(name(place), place.example());
  }

  private RequestName name(Place place) {
    return new RequestName(
        works.name(place.work()), place.within() == null ? null : works.name(place.within()));
  }

  /**
   * In which requests the released resources of a checker were registered, by fingerprint; nothing
   * where no request is told of.
   *
   * @param kept the lives of the checker that are kept whole
   */
  public Map<String, ReleasedIn> released(int checkerId, Collection<Life> kept) {
    if (!told) {
      return Map.of();
    }
    RegistrationCounts all = new RegistrationCounts();
    all.addAll(counts);
    threads
        .values()
        .forEach(
            thread ->
                thread.look(
                    timeline(thread), (group, place) -> all.add(groups.get(group), place, 1)));
    for (Life life : kept) {
      Registered registered = life.registered();
      if (registered != null && life.unregistered() == null && declared) {
        all.add(groups.get(group(registered)), place(registered.moment()), -1);
      }
    }
    Map<String, ReleasedIn> released = new HashMap<>();
    all.forEach(
        (group, counted) -> {
          if (group.checkerId() == checkerId) {
            released.put(group.fingerprint(), named(counted));
          }
        });
    return released;
  }

  /** Two kinds of work may have one name. */
  private ReleasedIn named(RegistrationCounts.Counted counted) {
    Map<RequestName, Long> in = new HashMap<>();
    counted.forEach(
        (place, count) -> {
          if (count > 0) {
            in.merge(name(place), count, Long::sum);
          }
        });
    return new ReleasedIn(true, in, Math.max(0, counted.all()));
  }
}
