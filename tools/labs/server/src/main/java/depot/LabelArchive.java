package depot;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Keeps labels, on a thread of its own, which has a reference for as long as that takes. */
@Service
class LabelArchive implements DisposableBean {
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final AtomicLong kept = new AtomicLong();

  void keep(Buffer buffer) {
    buffer.retain();
    writer.execute(() -> write(buffer));
  }

  private void write(Buffer buffer) {
    try {
      long unused = kept.addAndGet(buffer.sum());
    } finally {
      boolean unused = buffer.release();
    }
  }

  @Override
  public void destroy() {
    writer.shutdown();
  }
}
