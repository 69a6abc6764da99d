package dev.rollcall.fleet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/**
 * Local files, of which those of one pod open only when a gate does, and those of another never.
 * Hadoop makes it by its name, so that the gate is static.
 */
public final class GatedFiles extends RawLocalFileSystem {
  /** The JVM that is fifty times as large. */
  static final String LARGE = "/orders-0/";

  /** One whose files may be listed and not read. */
  static final String FORBIDDEN = "/search-31/";

  /** Opens when all others have been read. */
  static final CountDownLatch GATE = new CountDownLatch(1);

  /** The second step, which reads all of each file. */
  static final int READING = 1;

  private static final long PATIENCE_SECONDS = 300;

  @Override
  public FSDataInputStream open(Path file, int buffer) throws IOException {
    if (file.toString().contains(FORBIDDEN)) {
      throw new FileNotFoundException(file + " (Permission denied)");
    }
    TaskContext task = TaskContext.get();
    if (task != null && task.stageId() == READING && file.toString().contains(LARGE)) {
      await();
    }
    return super.open(file, buffer);
  }

  private static void await() throws IOException {
    try {
      if (!GATE.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the other tasks wait for this one");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
