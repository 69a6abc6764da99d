package dev.rollcall.analysis.finding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * How the leaked resources of a group belong together with those of others.
 *
 * @param indirect how many belong to an owner that leaked, too
 * @param owned what the direct ones own, themselves or through what they own, largest first: each
 *     indirect leak is owned by one direct leak
 */
public record Ownership(long indirect, List<Owned> owned) {
  private static final Comparator<Owned> LARGEST_FIRST =
      Comparator.comparingLong(Owned::count).reversed().thenComparing(Owned::fingerprint);

  /** Nobody owns anything. */
  // Below the order that its making needs.
  public static final Ownership NONE = new Ownership(0, List.of());

  public Ownership {
    owned = owned.stream().sorted(LARGEST_FIRST).toList();
  }

  /**
   * Leaked resources of one group that those of another own.
   *
   * @param fingerprint their group
   */
  public record Owned(String fingerprint, String type, long count) {
    public Owned plus(Owned other) {
      return new Owned(fingerprint, type, count + other.count);
    }
  }

  /** Both added up. */
  public Ownership plus(Ownership other) {
    Map<String, Owned> sum = new TreeMap<>();
    owned.forEach(one -> sum.merge(one.fingerprint(), one, Owned::plus));
    other.owned.forEach(one -> sum.merge(one.fingerprint(), one, Owned::plus));
    return new Ownership(indirect + other.indirect, List.copyOf(sum.values()));
  }

  /** For each group that others own something of, who owns most of it. */
  public static Map<String, LeakFinding> owners(List<LeakFinding> groups) {
    record Share(LeakFinding owner, long count) {}
    BinaryOperator<Share> larger =
        BinaryOperator.maxBy(
            Comparator.comparingLong(Share::count)
                .thenComparing(share -> share.owner().fingerprint(), Comparator.reverseOrder()));
    Map<String, Share> shares = new HashMap<>();
    for (LeakFinding group : groups) {
      for (Owned owned : group.ownership().owned) {
        shares.merge(owned.fingerprint(), new Share(group, owned.count()), larger);
      }
    }
    Map<String, LeakFinding> owners = new HashMap<>();
    shares.forEach((fingerprint, share) -> owners.put(fingerprint, share.owner()));
    return owners;
  }

  /**
   * The groups with what they say of each other, and nothing of groups that are not among them: a
   * leak whose owner is not reported is reported as any other. Groups that cannot be true together
   * say nothing of each other.
   */
  public static List<LeakFinding> among(List<LeakFinding> groups) {
    Map<String, Long> indirect = new HashMap<>();
    groups.forEach(group -> indirect.put(group.fingerprint(), group.ownership().indirect));
    Map<String, Long> listed = new HashMap<>();
    for (LeakFinding group : groups) {
      group.ownership().owned.forEach(o -> listed.merge(o.fingerprint(), o.count(), Long::sum));
    }
    listed.keySet().retainAll(indirect.keySet());
    listed.values().removeIf(count -> count <= 0);
    listed
        .keySet()
        .removeIf(fingerprint -> countOf(listed, fingerprint) > countOf(indirect, fingerprint));
    List<LeakFinding> left =
        groups.stream()
            .map(
                group ->
                    group.with(
                        new Ownership(
                            countOf(listed, group.fingerprint()),
                            group.ownership().owned.stream()
                                .filter(owned -> listed.containsKey(owned.fingerprint()))
                                .toList())))
            .toList();
    boolean possible =
        left.stream().allMatch(g -> g.direct() > 0 || (g.direct() == 0 && g.owned().isEmpty()));
    return possible ? left : groups.stream().map(group -> group.with(NONE)).toList();
  }

  private static long countOf(Map<String, Long> counts, String fingerprint) {
    return counts.getOrDefault(fingerprint, 0L);
  }
}
