package dev.rollcall.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A few hundred mutants; {@code tools/mutate} tries as many as one likes. */
final class CampaignTest {
  private static final Path DIRECTORY = Path.of("target", "mutants", "test");
  private static final int COUNT = 200;
  private static final long SEED = 1;

  @Test
  void aFewHundredMutantsDoNoHarm() throws IOException, InterruptedException {
    clear();
    try (Campaign campaign = new Campaign(DIRECTORY, SEED, Duration.ofSeconds(30))) {
      Tally tally = campaign.run(0, COUNT, done -> {});

      assertThat(tally.failures()).as(tally.table()).isEmpty();
      assertThat(tally.ended(0)).as("clean").isPositive();
      assertThat(tally.ended(1)).as("found").isPositive();
      assertThat(tally.ended(3)).as("unreadable").isPositive();
      assertThat(tally.ended(4)).as("unsure").isPositive();
      theSameSeedGivesTheSameBytes();
    }
  }

  /** Of one set of originals, which two JVMs would not write alike. */
  private static void theSameSeedGivesTheSameBytes() throws IOException {
    List<Original> originals = Original.read(DIRECTORY.resolve("originals"));
    int different = 0;
    for (int number = 0; number < COUNT; number++) {
      byte[] bytes = new Mutator(originals, SEED).mutant(number).bytes();
      assertThat(new Mutator(originals, SEED).mutant(number).bytes()).isEqualTo(bytes);
      different += Arrays.equals(bytes, new Mutator(originals, 2).mutant(number).bytes()) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(COUNT / 2);
  }

  private static void clear() throws IOException {
    if (Files.exists(DIRECTORY)) {
      try (Stream<Path> files = Files.walk(DIRECTORY)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
