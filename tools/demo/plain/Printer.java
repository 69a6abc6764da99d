package printer;

import dev.rollcall.LeakChecker;
import java.util.List;

/** Prints three texts, of which one is refused; its job is never closed. */
public final class Printer {
  private Printer() {}

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

  /** Runs it. */
  public static void main(String[] arguments) {
    for (String text : List.of("an invoice", "a secret", "a letter")) {
      print(text);
    }
  }

  private static void print(String text) {
    Job job = new Job(text);
    if (text.equals("a secret")) {
      return; // The bug: the job is not closed. With try (Job job = ...) it would be.
    }
    System.out.println("printed " + text);
    job.close();
  }
}
