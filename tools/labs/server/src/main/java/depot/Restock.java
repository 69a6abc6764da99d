package depot;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks again and again which shelf is empty. */
@Component
class Restock {
  private static final int SHELVES = 12;

  private final Shelves shelves;
  private final Summaries summaries;
  private final Faults faults;
  private int round;

  Restock(Shelves shelves, Summaries summaries, Faults faults) {
    this.shelves = shelves;
    this.summaries = summaries;
    this.faults = faults;
  }

  @Scheduled(fixedRateString = "${depot.restock-millis}")
  void run() {
    Lease lease = shelves.lease(round++ % SHELVES);
    shelves.fill(lease);
    finish(lease);
  }

  private void finish(Lease lease) {
    if (summaries.isDue()) {
      summaries.write(lease);
      if (faults.seeded()) {
        return; // forgets the lease
      }
    }
    lease.close();
  }
}
