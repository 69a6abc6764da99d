package dev.rollcall.cases;

import dev.rollcall.LeakChecker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ParallelScatterZipCreator;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.parallel.ScatterGatherBackingStore;

/** A program that zips in parallel; some entries cannot be read. */
final class ParallelZip {
  private static final int UNREADABLE = 20;

  private ParallelZip() {}

  /** An executor that somebody has to shut down. */
  private static final class Workers extends ThreadPoolExecutor {
    Workers() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ParallelZip::thread);
      LeakChecker.global().register(this);
    }

    @Override
    public void shutdown() {
      if (!isShutdown()) {
        LeakChecker.global().unregister(this);
      }
      super.shutdown();
    }
  }

  /** One that does not keep the JVM alive. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "zip");
    thread.setDaemon(true);
    return thread;
  }

  /** What a thread has compressed. */
  private static final class Memory implements ScatterGatherBackingStore {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void writeOut(byte[] data, int offset, int length) {
      bytes.write(data, offset, length);
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public void closeForWriting() {}

    @Override
    public void close() {}
  }

  /** A file on a disk that is broken. */
  private static final class Unreadable extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is broken");
    }
  }

  public static void main(String[] args) throws Exception {
    int failed = 0;
    for (boolean unreadable : Operations.of(args, UNREADABLE)) {
      ExecutorService workers =
          Operations.areWatched(args)
              ? Executors.newFixedThreadPool(1, ParallelZip::thread)
              : new Workers();
      ParallelScatterZipCreator creator = new ParallelScatterZipCreator(workers, Memory::new);
      ZipArchiveEntry entry = new ZipArchiveEntry("entry");
      entry.setMethod(ZipEntry.DEFLATED);
      creator.addArchiveEntry(
          entry,
          () -> unreadable ? new Unreadable() : new ByteArrayInputStream(new byte[] {1, 2, 3}));
      try (ZipArchiveOutputStream zip =
          new ZipArchiveOutputStream(OutputStream.nullOutputStream())) {
        creator.writeTo(zip);
      } catch (ExecutionException e) {
        failed++;
      }
    }
    if (failed != UNREADABLE) {
      throw new IllegalStateException(failed + " archives were not written.");
    }
  }
}
