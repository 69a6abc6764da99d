package depot;

import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Sums up now and then what was done. */
@Service
class Summaries {
  private final long everyNanos;
  private long last = System.nanoTime();

  Summaries(Faults faults) {
    this.everyNanos = faults.summaryEvery().toNanos();
    // The first one after half of the time, so that a run has as many as its minutes.
    this.last -= everyNanos / 2;
  }

  boolean isDue() {
    return System.nanoTime() - last >= everyNanos;
  }

  void write(Lease lease) {
    last = System.nanoTime();
    lease.touch("summed up " + TimeUnit.NANOSECONDS.toSeconds(everyNanos) + " s");
  }
}
