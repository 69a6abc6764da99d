package dev.rollcall.internal.live;

import static java.util.Objects.requireNonNull;

import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.settings.TypePatterns;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The counts of a checker by type. A class refers to its count weakly: the count knows its checker,
 * and a strong reference would keep every checker for as long as the class lives.
 */
public final class TypeCounts {
  private final ActiveChecker checker;
  private final TypePatterns ignore;
  private final ConcurrentLinkedQueue<TypeCount> all = new ConcurrentLinkedQueue<>();

  private final ClassValue<WeakReference<TypeCount>> byType =
      new ClassValue<>() {
        /** May run in two threads at once for one class: both are listed, one stays at zero. */
        @Override
        protected WeakReference<TypeCount> computeValue(Class<?> type) {
          TypeCount count = new TypeCount(checker, type, ignore.matches(type.getTypeName()));
          all.add(count);
          return new WeakReference<>(count);
        }
      };

  public TypeCounts(ActiveChecker checker, TypePatterns ignore) {
    this.checker = checker;
    this.ignore = ignore;
  }

  /** The count of a type; the list holds it. */
  public TypeCount get(Class<?> type) {
    return requireNonNull(byType.get(type).get());
  }

  public Collection<TypeCount> all() {
    return all;
  }

  public long registered() {
    return all.stream().mapToLong(count -> count.registered.sum()).sum();
  }

  public long unregistered() {
    return all.stream().mapToLong(count -> count.unregistered.sum()).sum();
  }
}
