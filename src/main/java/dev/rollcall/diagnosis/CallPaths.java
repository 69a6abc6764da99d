package dev.rollcall.diagnosis;

import dev.rollcall.recording.Site;
import java.util.IdentityHashMap;

/** The call path of each site, made once. */
final class CallPaths {
  private final IdentityHashMap<Site, CallPath> known = new IdentityHashMap<>();

  /** Takes the sites of resources of one type, whose own methods are no suspects. */
  void learn(Ways ways) {
    for (Ways.Count count : ways.commonestFirst()) {
      for (Stop stop : count.way().stops()) {
        known.computeIfAbsent(stop.site(), site -> CallPath.of(site, ways.type()));
      }
    }
  }

  CallPath of(Stop stop) {
    return of(stop.site());
  }

  CallPath of(Site site) {
    return known.computeIfAbsent(site, unlearned -> CallPath.of(unlearned, ""));
  }
}
