package dev.rollcall.diagnosis.way;

import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a way: what happened and where, without when and on which thread. Sites are compared by
 * identity: the reader gives equal ones the same.
 *
 * @param change by how much it changed the reference count, as far as is known
 * @param note what a touch said, without its numbers; {@code null} for other steps
 * @param owner who took or gave up the reference, by its number within the way; 0 where that is not
 *     known
 */
public record Stop(Kind kind, Site site, int change, @Nullable String note, int owner) {
  /** What a touch says that is a use of the resource. */
  public static final String USED = "used";

  private static final Comparator<StackTraceElement> BY_NAME =
      Comparator.comparing(StackTraceElement::getClassName)
          .thenComparing(StackTraceElement::getMethodName)
          .thenComparingInt(StackTraceElement::getLineNumber);

  /** An order that does not depend on where in memory a site is. */
  static final Comparator<Stop> BY_WHAT_AND_WHERE =
      Comparator.comparing(Stop::kind)
          .thenComparingInt(Stop::change)
          .thenComparing(Stop::note, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Stop::site, Stop::compare)
          .thenComparingInt(Stop::owner);

  /** A step of which it is not known who has the reference. */
  public Stop(Kind kind, Site site, int change, @Nullable String note) {
    this(kind, site, change, note, 0);
  }

  /** Whether it is a use of the resource, and no step otherwise. */
  boolean isUse() {
    return kind == Kind.TOUCH && USED.equals(note);
  }

  @SuppressWarnings("ReferenceEquality")
  private static int compare(Site one, Site other) {
    if (one == other) {
      return 0;
    }
    List<StackTraceElement> frames = one.frames();
    int shared = Math.min(frames.size(), other.frames().size());
    for (int i = 0; i < shared; i++) {
      int order = BY_NAME.compare(frames.get(i), other.frames().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(frames.size(), other.frames().size());
  }

  /** What happened. */
  public enum Kind {
    REGISTER,
    RETAIN,
    RELEASE,
    TOUCH,
    UNREGISTER
  }

  @SuppressWarnings("ReferenceEquality")
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stop stop
        && stop.kind == kind
        && stop.site == site
        && stop.change == change
        && stop.owner == owner
        && (note == null ? stop.note == null : note.equals(stop.note));
  }

  @Override
  public int hashCode() {
    int hash = kind.hashCode() * 31 + System.identityHashCode(site);
    hash = (hash * 31 + change) * 31 + owner;
    return hash * 31 + (note == null ? 0 : note.hashCode());
  }
}
