package dev.rollcall.internal.live;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A stripe that is read without its lock. */
public final class UnlockedTable extends StripeTable {
  private static final MethodHandle FIND;
  private static final MethodHandle ENTRIES;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Stripe.class, MethodHandles.lookup());
      FIND =
          lookup.findVirtual(
              Stripe.class, "find", MethodType.methodType(int.class, Object.class, int.class));
      Field entries = Stripe.class.getDeclaredField("entries");
      entries.setAccessible(true);
      ENTRIES = lookup.unreflectGetter(entries);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public long get(int resource) {
    try {
      int slot = (int) FIND.invokeExact(stripe, resource(resource), hash(resource));
      @Nullable Entry[] entries = (Entry[]) ENTRIES.invokeExact(stripe);
      return id(entries[slot]);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
