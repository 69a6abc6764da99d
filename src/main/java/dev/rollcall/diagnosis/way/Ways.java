package dev.rollcall.diagnosis.way;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How many lives there were and which ways they went. Remembers a bounded number of different ways,
 * and of the rest their number. Not thread-safe.
 */
public final class Ways {
  private static final int MOST = 256;

  private final Map<Way, Long> times = new LinkedHashMap<>();
  private final String type;
  private long lives;

  /** None, of resources of one class; {@code type}: its name, empty if it is not known. */
  public Ways(String type) {
    this.type = type;
  }

  /** The class of the resources; empty if it is not known. */
  public String type() {
    return type;
  }

  /** Counts a life that went a way. */
  public void add(Way way) {
    add(way, 1);
  }

  void add(Way way, long more) {
    lives += more;
    if (times.size() < MOST || times.containsKey(way)) {
      times.merge(way, more, Long::sum);
    }
  }

  /** Counts the lives of another one, too. */
  public void addAll(Ways other) {
    other.times.forEach(this::add);
    lives += other.lives - other.remembered();
  }

  /** Those whose uses are recorded, or those whose uses are not; itself if that is all. */
  Ways whoseUsesAre(boolean recorded) {
    if (times.keySet().stream().allMatch(way -> way.uses() == recorded)) {
      return this;
    }
    Ways some = new Ways(type);
    times.forEach(
        (way, count) -> {
          if (way.uses() == recorded) {
            some.add(way, count);
          }
        });
    return some;
  }

  /** All, as they look where uses are not recorded. */
  Ways withoutUses() {
    return seen(Way::withoutUses);
  }

  /** All, with each way as it is seen so. */
  public Ways seen(UnaryOperator<Way> so) {
    Ways all = new Ways(type);
    times.forEach((way, count) -> all.add(so.apply(way), count));
    all.lives += lives - remembered();
    return all;
  }

  /** All lives. */
  public long lives() {
    return lives;
  }

  /** The lives whose way is remembered. */
  public long remembered() {
    return times.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many went a way. */
  public record Count(Way way, long times) {}

  /** The ways that are remembered, commonest first. */
  public List<Count> commonestFirst() {
    return times.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Count::times).reversed())
        .toList();
  }
}
