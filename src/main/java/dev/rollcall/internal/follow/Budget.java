package dev.rollcall.internal.follow;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many more lives of one type may be followed: a bucket of tokens, of which each life takes
 * one, and which so many flow into as lives a second are wanted. It is full at first.
 *
 * <p>It holds what a second and a half bring. One second's worth is what it takes to follow whole a
 * type of which fewer are registered in any second, however they are bunched; the rest is because
 * the clock is {@link dev.rollcall.internal.live.CoarseClock}, which is some tenths of a second
 * late.
 *
 * <p>Empty, it costs a read: only who gets a token writes. One word has the time of the last token
 * in its high half, and what was left in its low one.
 */
public final class Budget extends AtomicLong {
  private static final long serialVersionUID = 1;

  /** A token, in tenths: the clock counts tenths of a second. */
  private static final int TOKEN = 10;

  private static final int HELD_TENTHS = 15;
  private static final long LEFT = 0xffff_ffffL;

  /** A full one. */
  public Budget() {
    super(word(-HELD_TENTHS, 0));
  }

  /**
   * Whether there is a token, which is taken.
   *
   * @param perSecond how many flow in; a hundred million at most
   * @param now in tenths of a second. May be behind what another thread has
   */
  public boolean take(int perSecond, int now) {
    while (true) {
      long word = get();
      int last = (int) (word >>> 32);
      long since = Math.max(0, (long) now - last);
      long left =
          Math.min((word & LEFT) + since * perSecond, (long) HELD_TENTHS * perSecond) - TOKEN;
      if (left < 0) {
        return false;
      }
      if (compareAndSet(word, word(Math.max(now, last), left))) {
        return true;
      }
    }
  }

  private static long word(int time, long left) {
    return ((long) time << 32) | left;
  }
}
