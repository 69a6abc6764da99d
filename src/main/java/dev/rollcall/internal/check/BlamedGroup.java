package dev.rollcall.internal.check;

import dev.rollcall.LeakGroup;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.ScopedDetail;
import dev.rollcall.internal.scope.Blame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaked resources of one group, for which the same scopes are blamed.
 *
 * @param steps the last steps of the oldest of them, one line each; empty where none were kept
 */
public record BlamedGroup(LeakGroup group, Blame blame, List<String> steps) {
  /** Copies the list. */
  public BlamedGroup {
    steps = List.copyOf(steps);
  }

  /** The groups of leaked entries for which the same scopes are blamed. */
  public static List<BlamedGroup> of(Blame blame, List<Entry> entries) {
    long now = System.currentTimeMillis();
    Groups groups = new Groups();
    Map<Long, Entry> byId = new HashMap<>();
    Leaked.of(entries)
        .forEach(
            (entry, root) -> {
              groups.add(entry, root, entry.site(), now, entry.isLost(), RollCall.refCount(entry));
              byId.put(entry.id, entry);
            });
    return groups.sorted().stream()
        .map(group -> new BlamedGroup(group, blame, steps(group, byId)))
        .toList();
  }

  private static List<String> steps(LeakGroup group, Map<Long, Entry> byId) {
    Entry oldest = byId.get(group.examples().get(0).resourceId());
    return oldest != null && oldest.detail() instanceof ScopedDetail detail && detail.keepsSteps()
        ? LifeText.of(detail, group.site())
        : List.of();
  }
}
