package dev.rollcall.netty;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.rollcall.LeakChecker;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * The last two references to a buffer, one of them a view's, are released at once. Two counters are
 * taken down one after the other, and each must reach zero once.
 */
@JCStressTest
@Outcome(id = "1, 0, 0, 0", expect = ACCEPTABLE, desc = "The first actor freed the buffer.")
@Outcome(id = "0, 1, 0, 0", expect = ACCEPTABLE, desc = "The second actor freed the buffer.")
@Outcome(expect = FORBIDDEN, desc = "Anything else: not free, or still registered.")
@State
public class LastTwoViews {
  private static final ActiveChecker CHECKER =
      (ActiveChecker) LeakChecker.builder().sites(SiteMode.NEVER).build();
  private static final TrackedAllocator ALLOCATOR =
      new TrackedAllocator(UnpooledByteBufAllocator.DEFAULT, CHECKER);

  private final TrackedByteBuf whole = (TrackedByteBuf) ALLOCATOR.heapBuffer(8);
  private final ByteBuf view = whole.retainedDuplicate();

  /** Releases the buffer. */
  @Actor
  public void one(IIII_Result result) {
    result.r1 = whole.release() ? 1 : 0;
  }

  /** Releases its view. */
  @Actor
  public void other(IIII_Result result) {
    result.r2 = view.release() ? 1 : 0;
  }

  /** Looks. */
  @Arbiter
  public void end(IIII_Result result) {
    result.r3 = whole.refCnt();
    result.r4 = CHECKER.isRegistered(whole.reference) ? 1 : 0;
  }
}
