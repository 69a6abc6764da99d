package printer;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.LeakChecked;
import org.junit.jupiter.api.Test;

@LeakChecked
class PrinterTest {
  /** What must be closed. */
  private static final class Job implements AutoCloseable {
    Job(String text) {
      LeakChecker.global().register(this, text);
    }

    @Override
    public void close() {
      LeakChecker.global().tryUnregister(this);
    }
  }

  @Test
  void closesItsJob() {
    try (Job job = new Job("an invoice")) {
      System.out.println("printed by " + job);
    }
  }

  @Test
  void forgetsItsJob() {
    Job job = new Job("a secret");
    System.out.println("refused by " + job);
  }
}
