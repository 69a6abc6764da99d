package dev.rollcall.agent;

import dev.rollcall.agent.hook.WeakIdentityMap;
import dev.rollcall.agent.weave.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are woven, and for what, by loader and name: when a class is woven that is being
 * loaded, there is no other way to name it. Keeps no loader alive. For use by several threads.
 */
final class WovenClasses {
  private static final Object BOOT = new Object();

  private final WeakIdentityMap<Map<String, Woven>> byLoader = new WeakIdentityMap<>();

  /** What is known of a class. */
  static final class Woven {
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final long MOMENT_NANOS = 50_000;

    private final Map<String, List<Point>> wanted = new ConcurrentHashMap<>();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private volatile Set<String> delegating = Set.of();

    /** Wants points of a kind; false if they were wanted before. */
    boolean want(String kind, List<Point> points) {
      return wanted.putIfAbsent(kind, points) == null;
    }

    /** What is wanted now. */
    Map<String, List<Point>> wanted() {
      return Map.copyOf(wanted);
    }

    /** Notes that these kinds were woven. */
    void woven(Set<String> done, Set<String> delegatingConstructors) {
      delegating = delegatingConstructors;
      kinds.addAll(done);
      settled.addAll(done);
    }

    /** Notes that no more will come of it. */
    void settled(String kind) {
      settled.add(kind);
    }

    /**
     * Waits until another thread has woven a kind, so that no release is missed; not for ever, and
     * without an end by an interrupt, which is meant for the program.
     */
    void await(String kind) {
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (!settled.contains(kind) && System.nanoTime() < end) {
        LockSupport.parkNanos(MOMENT_NANOS);
      }
    }

    boolean isWoven(String kind) {
      return kinds.contains(kind);
    }

    boolean isDelegating(String descriptor) {
      return delegating.contains(descriptor);
    }
  }

  /** What is known of a class; null if nothing is. */
  @Nullable Woven get(@Nullable ClassLoader loader, String name) {
    Map<String, Woven> classes = byLoader.get(key(loader));
    return classes == null ? null : classes.get(name);
  }

  /** The same, begun if there is none. */
  Woven of(@Nullable ClassLoader loader, String name) {
    Map<String, Woven> classes = byLoader.putIfAbsent(key(loader), new ConcurrentHashMap<>());
    Woven made = new Woven();
    Woven present = classes.putIfAbsent(name, made);
    return present == null ? made : present;
  }

  private static Object key(@Nullable ClassLoader loader) {
    return loader == null ? BOOT : loader;
  }
}
