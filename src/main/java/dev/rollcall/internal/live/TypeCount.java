package dev.rollcall.internal.live;

import dev.rollcall.common.Fingerprint;
import dev.rollcall.internal.ActiveChecker;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How many resources of one type a checker has seen. Holds the class weakly, its name for good. */
public final class TypeCount {
  public final ActiveChecker checker;
  public final String name;
  public final String unknownSite;
  final boolean ignored;
  public final LongAdder registered = new LongAdder();
  public final LongAdder unregistered = new LongAdder();
  private final WeakReference<Class<?>> type;

  TypeCount(ActiveChecker checker, Class<?> type, boolean ignored) {
    this.checker = checker;
    this.name = type.getTypeName();
    this.unknownSite = Fingerprint.unknown(name);
    this.ignored = ignored;
    this.type = new WeakReference<>(type);
  }

  /** The class; null when it has been unloaded. */
  public @Nullable Class<?> type() {
    return type.get();
  }
}
