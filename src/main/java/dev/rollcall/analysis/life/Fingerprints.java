package dev.rollcall.analysis.life;

import dev.rollcall.common.Fingerprint;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Site;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of lives. What the program computed stands; only where it is absent the same
 * function computes it from the recorded site, once for each site and type.
 */
public final class Fingerprints {
  private final IdentityHashMap<Site, Map<String, String>> computed = new IdentityHashMap<>();

  public String of(Life life, @Nullable Condition said) {
    if (said != null && said.fingerprint() != null) {
      return said.fingerprint();
    }
    LiveFound live = life.live();
    if (live != null && live.condition().fingerprint() != null) {
      return live.condition().fingerprint();
    }
    return of(life.type(), life.site());
  }

  /** That of a registration by itself. */
  public String of(Registered registered) {
    return of(registered.type(), registered.moment().site());
  }

  public String of(LiveGroup group) {
    return group.fingerprint() != null ? group.fingerprint() : of(group.type(), group.site());
  }

  /** The class that a fingerprint begins with. */
  public static String type(String fingerprint) {
    int end = fingerprint.lastIndexOf('@');
    return end < 0 ? "" : fingerprint.substring(0, end);
  }

  private String of(String type, Site site) {
    return computed
        .computeIfAbsent(site, s -> new HashMap<>())
        .computeIfAbsent(type, t -> Fingerprint.of(t, site.frames()));
  }
}
