package dev.rollcall.agent.hook;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Memory that Arrow's allocators have given out. A ledger stands for what one allocator has of one
 * piece of memory: from its construction until the memory's manager takes it back.
 */
public final class ArrowHooks {
  private static final String MANAGER = "org.apache.arrow.memory.AllocationManager";

  private final Resources resources;

  /** The ledger is open: the value is its allocator and the manager of its memory. */
  public final int allocated;

  /** The value is a ledger that has no references any more. */
  public final int released;

  /** How large the memory of a manager is, by its class; nothing where that cannot be asked. */
  private final ClassValue<SizeOf> sizes =
      new ClassValue<>() {
        @Override
        protected SizeOf computeValue(Class<?> type) {
          return SizeOf.of(type);
        }
      };

  /** Those that tell these resources. */
  public ArrowHooks(Hooks hooks, Resources resources) {
    this.resources = resources;
    released = hooks.release((manager, ledger) -> released(ledger));
    allocated = hooks.other(this::allocated);
  }

  private record SizeOf(@Nullable Method method) {
    static SizeOf of(Class<?> type) {
      for (Class<?> each = type; each != null; each = each.getSuperclass()) {
        if (each.getName().equals(MANAGER)) {
          try {
            return new SizeOf(each.getMethod("getSize"));
          } catch (NoSuchMethodException | LinkageError unknown) {
            return new SizeOf(null);
          }
        }
      }
      return new SizeOf(null);
    }

    long of(Object manager) {
      try {
        return method != null && method.invoke(manager) instanceof Long size && size > 0 ? size : 0;
      } catch (ReflectiveOperationException | RuntimeException unknown) {
        return 0;
      }
    }
  }

  private void allocated(@Nullable Object ledger, @Nullable Object value) {
    if (ledger != null && value instanceof Object[] both && both[1] != null) {
      resources.opened(ledger, both[0], sizes.get(both[1].getClass()).of(both[1]));
    }
  }

  private void released(@Nullable Object ledger) {
    if (ledger != null) {
      resources.closed(ledger);
    }
  }
}
