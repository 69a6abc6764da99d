package dev.rollcall.internal;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How many resources of one type a checker has seen. Holds the class weakly, its name for good. */
final class TypeCount {
  final ActiveChecker checker;
  final String name;
  final String unknownSite;
  final boolean ignored;
  final LongAdder registered = new LongAdder();
  final LongAdder unregistered = new LongAdder();
  private final WeakReference<Class<?>> type;

  TypeCount(ActiveChecker checker, Class<?> type, boolean ignored) {
    this.checker = checker;
    this.name = type.getTypeName();
    this.unknownSite = Fingerprint.unknown(name);
    this.ignored = ignored;
    this.type = new WeakReference<>(type);
  }

  /** The class; null when it has been unloaded. */
  @Nullable Class<?> type() {
    return type.get();
  }
}
