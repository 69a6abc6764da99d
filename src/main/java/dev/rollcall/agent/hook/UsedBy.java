package dev.rollcall.agent.hook;

import dev.rollcall.common.FrameKind;
import dev.rollcall.internal.follow.Users;

/** Which methods have used which resources, while a recording wants to know. */
final class UsedBy {
  private final WeakIdentityMap<Users> users = new WeakIdentityMap<>();

  /** Counts a use; whether it is by a method that is not known yet. */
  boolean isNew(Object resource) {
    Users known = users.get(resource);
    if (known == null) {
      known = users.putIfAbsent(resource, new Users(UsedBy::isPassedOver));
    }
    return known.isNew();
  }

  /** A stream around a stream is the same use of it. */
  private static boolean isPassedOver(String type) {
    FrameKind kind = FrameKind.of(type);
    return kind == FrameKind.JDK || kind.recordsSteps();
  }
}
