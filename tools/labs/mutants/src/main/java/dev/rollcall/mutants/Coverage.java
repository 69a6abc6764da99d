package dev.rollcall.mutants;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often each call was executed since the last time this was asked. */
public final class Coverage {
  private static final ConcurrentHashMap<String, Long> EXECUTIONS = new ConcurrentHashMap<>();

  private Coverage() {}

  /** Counts one execution of a site, which is written as {@link Site#toString} does. */
  public static void hit(String site) {
    EXECUTIONS.merge(site, 1L, Long::sum);
  }

  /** The executions so far, and begins anew. */
  public static Map<String, Long> take() {
    Map<String, Long> taken = new TreeMap<>(EXECUTIONS);
    EXECUTIONS.clear();
    return taken;
  }
}
