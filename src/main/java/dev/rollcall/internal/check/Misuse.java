package dev.rollcall.internal.check;

import java.util.Locale;

/** What can be done wrong with a resource. */
public enum Misuse {
  DOUBLE_REGISTER,
  DOUBLE_UNREGISTER,
  UNKNOWN_UNREGISTER,
  OVER_RELEASE,
  RETAIN_AFTER_DESTROY;

  /** The stable word in events and reports. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
