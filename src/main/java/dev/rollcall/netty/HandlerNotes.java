package dev.rollcall.netty;

import io.netty.util.ResourceLeakHint;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What touches say. The context of a handler makes the same sentence anew for each message; to make
 * it, and to have JFR find it among the texts that it knows, costs more than all the rest of the
 * event. So the sentences of some contexts are kept, as long as those live.
 */
final class HandlerNotes {
  private static final int SLOTS = 1024;

  /** Whose hints never change: a context has one name for good. */
  private static final String CONTEXTS = "io.netty.channel.";

  private static final AtomicReferenceArray<@Nullable Note> NOTES =
      new AtomicReferenceArray<>(SLOTS);

  private HandlerNotes() {}

  private static final class Note extends WeakReference<Object> {
    private final String text;

    Note(Object context, String text) {
      super(context);
      this.text = text;
    }
  }

  /** What a hint says. */
  static String of(@Nullable Object hint) {
    if (!(hint instanceof ResourceLeakHint named)) {
      return String.valueOf(hint);
    }
    int slot = System.identityHashCode(hint) & (SLOTS - 1);
    Note known = NOTES.getAcquire(slot);
    if (known != null && known.refersTo(hint)) {
      return known.text;
    }
    String text = named.toHintString();
    // The first one stays: where there are many contexts, to keep each would be garbage each time.
    if ((known == null || known.refersTo(null)) && isConstant(named)) {
      NOTES.setRelease(slot, new Note(named, text));
    }
    return text;
  }

  private static boolean isConstant(ResourceLeakHint hint) {
    return hint.getClass().getName().startsWith(CONTEXTS);
  }
}
