package dev.rollcall.internal.live;

import dev.rollcall.common.Fingerprint;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How many resources of one type a checker has seen. Holds the class weakly, its name for good. */
public final class TypeCount {
  public final String name;
  public final String unknownSite;
  final boolean ignored;
  public final LongAdder registered = new Count();
  public final LongAdder unregistered = new Count();
  public final LongAdder misused = new Count();

  /** How many are left at exit; counted where memory is gone, by that thread only. */
  public long left;

  final Sites sites;
  private final WeakReference<Class<?>> type;
  private final Consumer<Entry> whenCollected;

  /**
   * No resources so far.
   *
   * @param sites where those of this type are registered
   * @param whenCollected told of each that was collected without having been unregistered
   */
  TypeCount(Class<?> type, boolean ignored, Sites sites, Consumer<Entry> whenCollected) {
    this.name = type.getTypeName();
    this.unknownSite = Fingerprint.unknown(name);
    this.ignored = ignored;
    this.sites = sites;
    this.whenCollected = whenCollected;
    this.type = new WeakReference<>(type);
  }

  /** Called by the watching thread, once for each resource that the collector has taken. */
  public void collected(Entry entry) {
    whenCollected.accept(entry);
  }

  /** The class; null when it has been unloaded. */
  public @Nullable Class<?> type() {
    return type.get();
  }
}
