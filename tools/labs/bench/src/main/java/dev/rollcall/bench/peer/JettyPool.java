package dev.rollcall.bench.peer;

import java.util.Objects;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;

/** Jetty's buffer pool, plain or tracking: the cost of tracking is the difference. */
public class JettyPool extends Lifecycle {
  private static final int SMALLEST = 64;
  private static final int LARGEST = 1024;

  /** Whether the pool tracks its buffers. */
  @Param({"false", "true"})
  public boolean tracking;

  private ArrayByteBufferPool pool = new ArrayByteBufferPool();

  @Override
  protected void prepare() {
    pool =
        tracking
            ? new ArrayByteBufferPool.Tracking(0, SMALLEST, LARGEST)
            : new ArrayByteBufferPool(0, SMALLEST, LARGEST);
  }

  @Override
  protected @Nullable Object enter(Resource resource) {
    return pool.acquire(SMALLEST, false);
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {
    ((RetainableByteBuffer) Objects.requireNonNull(token)).release();
  }
}
