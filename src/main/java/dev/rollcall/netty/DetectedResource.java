package dev.rollcall.netty;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.CountsReferences;
import dev.rollcall.internal.live.Entry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.util.ReferenceCounted;
import io.netty.util.ResourceLeakTracker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is registered in place of a resource that Netty has its detector track; true once it is
 * closed. Of a buffer it is told what happens to views that count by themselves, too.
 *
 * @param <T> what is tracked
 */
final class DetectedResource<T> extends AtomicBoolean
    implements ResourceLeakTracker<T>, CountsReferences {
  private static final long serialVersionUID = 1;
  private static final int UNKNOWN = -1;

  private final transient ActiveChecker checker;
  private final transient @Nullable ReferenceCounted counted;
  private final transient @Nullable DetectedComponents components;

  /** Set when it is registered, before Netty has it. */
  private transient @Nullable Entry entry;

  /** Views that count by themselves; while there are any the buffer's own count is not all. */
  private final AtomicInteger views = new AtomicInteger();

  /** All of them as far as steps tell; {@link #UNKNOWN} while nobody wants to know of steps. */
  private final AtomicInteger references = new AtomicInteger(UNKNOWN);

  private DetectedResource(ActiveChecker checker, T resource) {
    this.checker = checker;
    this.counted = resource instanceof ReferenceCounted counts ? counts : null;
    this.components =
        resource instanceof CompositeByteBuf composite
            ? new DetectedComponents(checker, this, composite)
            : null;
  }

  /** Registers a resource under its own class, and a buffer as {@link BufferReference} does. */
  static <T> DetectedResource<T> register(ActiveChecker checker, T resource) {
    DetectedResource<T> detected = new DetectedResource<>(checker, resource);
    detected.entry = checker.register(detected, typeOf(resource), null, null, bytesOf(resource));
    if (resource instanceof ByteBuf) {
      DetectedBuffers.add(resource, detected);
    }
    return detected;
  }

  private static Class<?> typeOf(Object resource) {
    return resource instanceof CompositeByteBuf
        ? CompositeByteBuf.class
        : resource instanceof ByteBuf ? ByteBuf.class : resource.getClass();
  }

  /** What a composite holds is its components', and what others hold Netty does not say. */
  private static long bytesOf(Object resource) {
    return resource instanceof ByteBuf buf && !(buf instanceof CompositeByteBuf)
        ? buf.capacity()
        : 0;
  }

  /** Netty says that it is about to do something, but not what. */
  @Override
  public void record() {
    if (get()) {
      refused(Access.current());
      return;
    }
    look();
    if (counted != null && follows()) {
      step(Access.current());
    }
  }

  /** As {@link #record()}, of a view. */
  void recordOf(ReferenceCounted view, boolean ended) {
    if (ended) {
      refused(Access.current());
    } else if (follows()) {
      Access access = Access.current();
      // The view gives back its reference when it ends, and of that the buffer's tracker is told.
      if (access != Access.RELEASE || view.refCnt() > 1) {
        step(access);
      }
    }
  }

  private boolean follows() {
    boolean follows =
        checker.follows(StepKind.RETAIN, entry)
            || checker.follows(StepKind.RELEASE, entry)
            || checker.follows(StepKind.TOUCH, entry);
    if (!follows && references.get() != UNKNOWN) {
      references.set(UNKNOWN);
    }
    return follows;
  }

  private void step(Access access) {
    switch (access) {
      case RETAIN -> checker.retained(this, counted(1));
      case RELEASE -> checker.released(this, counted(-1));
      case TOUCH -> record(BufferReference.TOUCHED);
      case OTHER -> {}
    }
  }

  /** The references once one more or less is counted, on the buffer or on a view. */
  private int counted(int change) {
    return references.updateAndGet(known -> Math.max(0, current(known) + change));
  }

  private int current(int known) {
    int ofBuffer = counted == null ? UNKNOWN : counted.refCnt();
    return views.get() == 0 || known == UNKNOWN ? ofBuffer : known;
  }

  @Override
  public long references() {
    return current(references.get());
  }

  /** A view that counts by itself was made, and holds a reference. */
  void viewed(boolean tell) {
    boolean included = views.getAndIncrement() == 0 || references.get() == UNKNOWN;
    if (included) {
      references.set(UNKNOWN);
    }
    if (tell && follows()) {
      checker.retained(this, counted(included ? 0 : 1));
    }
  }

  void viewEnded() {
    views.decrementAndGet();
  }

  /** Has its components, if it is a composite, belong to it. */
  void look() {
    if (components != null) {
      components.look();
    }
  }

  private void refused(Access access) {
    switch (access) {
      case RETAIN ->
          checker.retainedAfterDestroy(this, "the resource was retained after its last release");
      case RELEASE ->
          checker.overReleased(this, "the resource was released again after its last release");
      case TOUCH, OTHER -> {}
    }
  }

  @Override
  public void record(Object hint) {
    look();
    if (checker.follows(StepKind.TOUCH, entry)) {
      checker.touch(this, HandlerNotes.of(hint));
    }
  }

  @Override
  public boolean close(T resource) {
    boolean closes = compareAndSet(false, true);
    if (closes) {
      DetectedBuffers.remove(resource, this);
      if (components != null) {
        components.end();
      }
      checker.unregister(this);
    }
    return closes;
  }
}
