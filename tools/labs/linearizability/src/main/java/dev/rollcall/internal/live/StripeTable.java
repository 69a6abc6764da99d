package dev.rollcall.internal.live;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.linearizability.Table;
import org.jspecify.annotations.Nullable;

/**
 * A stripe of the live map, with resources that get in each other's way: the first three belong
 * into the last slot, and the fourth into the first, which one of those takes. The stripe has room
 * for two of them before it grows.
 */
public class StripeTable implements Table {
  private static final State STATE =
      new State(1, Settings.separate(LeakMode.WARN, SiteMode.NEVER, "*"), null);
  private static final int SLOT = 1 << 29; // of eight
  private static final int[] HASHES = {-SLOT, -SLOT, -SLOT / 2, 0};
  private static final int OTHERS = 3;

  private final Object[] resources = {new Object(), new Object(), new Object(), new Object()};
  private final Object[] others = new Object[OTHERS]; // held, as a program holds them
  final Stripe stripe = new Stripe();

  /** A stripe that has other resources. */
  public StripeTable() {
    for (int i = 0; i < OTHERS; i++) {
      others[i] = new Object();
      Entry unused = stripe.putIfAbsent(others[i], (i + 3) * SLOT, entry(others[i], 100 + i));
    }
  }

  @Override
  public long putIfAbsent(int resource, long id) {
    Object object = resource(resource);
    return id(stripe.putIfAbsent(object, hash(resource), entry(object, id)));
  }

  @Override
  public long get(int resource) {
    return id(stripe.get(resource(resource), hash(resource)));
  }

  @Override
  public long remove(int resource) {
    return id(stripe.remove(resource(resource), hash(resource)));
  }

  final Object resource(int resource) {
    return resources[resource];
  }

  static int hash(int resource) {
    return HASHES[resource];
  }

  static long id(@Nullable Entry entry) {
    return entry == null ? 0 : entry.id;
  }

  private static Entry entry(Object resource, long id) {
    return new Entry(resource, id, STATE.types.get(Object.class), null);
  }
}
