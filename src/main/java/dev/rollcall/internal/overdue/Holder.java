package dev.rollcall.internal.overdue;

import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.Steps;
import dev.rollcall.internal.live.ThreadName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a resource: the thread that took its last recorded step, or else registered it.
 *
 * @param name null where it is not known any more
 * @param isStepped whether it took a step, rather than registered the resource
 * @param hasEnded whether it does not run any more
 * @param stack what it does now; empty where it runs no Java, null where that is not known
 */
record Holder(
    @Nullable String name,
    boolean isStepped,
    boolean hasEnded,
    @Nullable List<StackTraceElement> stack) {

  /** The holder, without what it does. */
  static Holder of(Entry entry) {
    return of(entry, false);
  }

  /** The holder, and what it does now: costs it a moment, in which it stands still. */
  static Holder withStack(Entry entry) {
    return of(entry, true);
  }

  private static Holder of(Entry entry, boolean withStack) {
    Steps.Held held = entry.held();
    Detail detail = entry.detail();
    Thread thread = held == null ? null : held.thread();
    boolean isStepped = held != null && held.isStepped();
    if (thread == null) {
      return new Holder(detail == null || isStepped ? null : detail.thread, isStepped, true, null);
    }
    List<StackTraceElement> stack = withStack ? HolderStack.of(thread) : null;
    return new Holder(ThreadName.of(thread), isStepped, !thread.isAlive(), stack);
  }
}
