package dev.rollcall.internal.overdue;

import dev.rollcall.common.SiteText;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import dev.rollcall.internal.live.TypeCount;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Overdue resources with one fingerprint. For the watching thread only, but for what is final. */
final class LateGroup {
  final TypeCount type;
  final String fingerprint;
  final @Nullable KnownSite site;
  final long expectedMillis;

  /** How many were released late without an event of their own, and are not counted in one yet. */
  final AtomicLong returnedUncounted = new AtomicLong();

  /** How many were found so far. */
  long found;

  /** How many are overdue now, and the oldest of them, as of this pass. */
  long open;

  @Nullable Entry oldest;

  /** How many were found that have no event of their own, and are not counted in one yet. */
  long foundUncounted;

  /** One of these. */
  @Nullable LateResource uncounted;

  /** Whether a stack of a holder was recorded in this pass. */
  boolean stackRecorded;

  /** How many were released late so far, and the last of them. */
  long returned;

  @Nullable LateResource lastReturned;
  long longestReturnedMillis;

  final Telling overdue = new Telling();
  final Telling late = new Telling();

  private volatile @Nullable String siteText;

  /** What was told of a group in one kind of warning. */
  static final class Telling {
    private boolean begun;
    private long at;
    private long count;

    /** Whether there is more to tell, and it is long enough ago that anything was. */
    boolean isDue(long number, long now, long periodNanos) {
      return number > count && (!begun || now - at >= periodNanos);
    }

    boolean isFirst() {
      return !begun;
    }

    void told(long number, long now) {
      begun = true;
      at = now;
      count = number;
    }
  }

  LateGroup(TypeCount type, String fingerprint, @Nullable KnownSite site, long expectedMillis) {
    this.type = type;
    this.fingerprint = fingerprint;
    this.site = site;
    this.expectedMillis = expectedMillis;
  }

  /** Forgets what the last pass has seen. */
  void beginPass() {
    open = 0;
    oldest = null;
    stackRecorded = false;
  }

  /** Notes one that is overdue in this pass. */
  void seen(LateResource late, int pass) {
    if (late.seenIn == pass) {
      return;
    }
    late.seenIn = pass;
    Entry entry = late.entry;
    open++;
    if (oldest == null || entry.isBefore(oldest)) {
      oldest = entry;
    }
  }

  /** The site as events have it: the same text each time. */
  @Nullable String siteText() {
    String text = siteText;
    if (text == null && site != null) {
      text = SiteText.print(site.frames());
      siteText = text;
    }
    return text;
  }
}
