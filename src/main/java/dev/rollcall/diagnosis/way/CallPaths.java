package dev.rollcall.diagnosis.way;

import dev.rollcall.recording.Site;
import java.util.IdentityHashMap;

/** The call path of each site, made once. */
public final class CallPaths {
  private final IdentityHashMap<Site, CallPath> known = new IdentityHashMap<>();

  /** Takes the sites of resources of one type, whose own methods are no suspects. */
  public void learn(Ways ways) {
    for (Ways.Count count : ways.commonestFirst()) {
      for (Stop stop : count.way().stops()) {
        known.computeIfAbsent(stop.site(), site -> CallPath.of(site, ways.type()));
      }
    }
  }

  public CallPath of(Stop stop) {
    return of(stop.site());
  }

  public CallPath of(Site site) {
    return known.computeIfAbsent(site, unlearned -> CallPath.of(unlearned, ""));
  }
}
