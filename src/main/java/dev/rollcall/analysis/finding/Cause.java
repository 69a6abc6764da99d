package dev.rollcall.analysis.finding;

import dev.rollcall.common.Bytes;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.way.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leak groups with the same first suspect: who mends that method mends them all. A group that is
 * wholly owned by others belongs to the cause of its owner; one that nobody is suspected of stands
 * alone.
 *
 * @param suspect of the groups' first suspects the one with the strongest evidence; {@code null}
 *     where there is none
 * @param groups at least one, in the order of reports
 */
public record Cause(@Nullable Suspect suspect, List<LeakFinding> groups) {
  private static final Comparator<Suspect> STRONGEST_FIRST =
      Comparator.comparing(Suspect::confidence)
          .thenComparing(Comparator.comparingDouble(Suspect::score).reversed());

  private static Comparator<Cause> largestFirst(LeakFinding.By by) {
    Comparator<Cause> mostLeaksFirst =
        Comparator.comparingLong(Cause::leaked)
            .reversed()
            .thenComparing(cause -> cause.groups.get(0), by.largestFirst());
    return Comparator.comparing((Cause cause) -> cause.groups.get(0).isUnplaced())
        .thenComparing(
            by == LeakFinding.By.COUNT
                ? mostLeaksFirst
                : Comparator.comparingLong(Cause::bytes).reversed().thenComparing(mostLeaksFirst));
  }

  public Cause {
    groups = List.copyOf(groups);
  }

  /** The causes of all groups, most leaks first; the order of the groups does not matter. */
  public static List<Cause> of(List<LeakFinding> groups) {
    return of(groups, LeakFinding.By.COUNT);
  }

  /** As {@link #of(List)}, where something else may make a cause large. */
  public static List<Cause> of(List<LeakFinding> groups, LeakFinding.By by) {
    Map<String, LeakFinding> owners = Ownership.owners(groups);
    Map<Object, List<LeakFinding>> byCause = new LinkedHashMap<>();
    groups.stream()
        .sorted(by.largestFirst())
        .forEach(
            group ->
                byCause.computeIfAbsent(key(group, owners), k -> new ArrayList<>()).add(group));
    return byCause.values().stream().map(Cause::ofSome).sorted(largestFirst(by)).toList();
  }

  private static Object key(LeakFinding group, Map<String, LeakFinding> owners) {
    LeakFinding root = group.direct() > 0 ? group : owners.getOrDefault(group.fingerprint(), group);
    return root.suspects().isEmpty()
        ? root.fingerprint()
        : Method.of(root.suspects().get(0).frame());
  }

  private static Cause ofSome(List<LeakFinding> groups) {
    List<LeakFinding> direct = groups.stream().filter(group -> group.direct() > 0).toList();
    return new Cause(
        // What is owned is suspected with its owner, whose own evidence says more.
        (direct.isEmpty() ? groups : direct)
            .stream()
                .flatMap(group -> group.suspects().stream().limit(1))
                .min(STRONGEST_FIRST)
                .orElse(null),
        groups);
  }

  /**
   * What names it in every JVM: the suspected method as {@code class.method}, or else the
   * fingerprint of its first group.
   */
  public String name() {
    return suspect == null ? groups.get(0).fingerprint() : Method.of(suspect.frame()).name();
  }

  /** How many resources leaked in all groups. */
  public long leaked() {
    return groups.stream().mapToLong(LeakFinding::count).sum();
  }

  /** How many bytes they hold together, as far as that is known; 0 where it is not. */
  public long bytes() {
    return groups.stream().mapToLong(LeakFinding::bytes).reduce(0, Bytes::plus);
  }

  /** The groups but for those that are wholly owned by others. */
  public List<LeakFinding> direct() {
    return groups.stream().filter(group -> group.direct() > 0).toList();
  }
}
