package dev.rollcall.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The long run: {@code Mutate DIRECTORY SEED FIRST COUNT}; exits with 1 if anything failed. */
final class Mutate {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int STEP = 500;

  private Mutate() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int count = Integer.parseInt(args[3]);
    try (Campaign campaign = new Campaign(Path.of(args[0]), Long.parseLong(args[1]), DEADLINE)) {
      Tally tally =
          campaign.run(
              Integer.parseInt(args[2]),
              count,
              done -> {
                if (done % STEP == 0) {
                  System.err.println("mutate: " + done + " of " + count);
                }
              });
      tally.failures().forEach(System.out::println);
      System.out.print(tally.table());
      if (!tally.failures().isEmpty()) {
        System.exit(1);
      }
    }
  }
}
