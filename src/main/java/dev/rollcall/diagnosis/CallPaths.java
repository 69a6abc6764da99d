package dev.rollcall.diagnosis;

import dev.rollcall.recording.Site;
import java.util.IdentityHashMap;

/** The call path of each site, made once. */
final class CallPaths {
  private final IdentityHashMap<Site, CallPath> known = new IdentityHashMap<>();

  CallPath of(Stop stop) {
    return of(stop.site());
  }

  CallPath of(Site site) {
    return known.computeIfAbsent(site, CallPath::of);
  }
}
