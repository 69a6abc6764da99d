package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.evidence.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What was learned, as the product reads it. */
public final class WeightsFile {
  private static final List<String> SURE = List.of("high", "medium");

  private WeightsFile() {}

  /** Writes it. */
  public static void write(Path file, Learned learned) throws IOException {
    Properties table = learned.table();
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        # How much each kind of evidence says, and how sure a sum of it is. A method's score is the sum of
        # weight x strength; an absent kind counts 0. See the manual, "Real cases". Made by
        #   tools/diagnosis train
        """);
    for (Feature kind : Feature.values()) {
      if (!ByHand.is(kind)) {
        lines.add(kind.word() + "=" + table.getProperty(kind.word(), "0.000"));
      }
    }
    lines.add("");
    lines.add("# About bugs that no example has: set by hand.");
    for (Feature kind : Feature.values()) {
      if (ByHand.is(kind)) {
        lines.add(kind.word() + "=" + table.getProperty(kind.word()));
        for (String sure : SURE) {
          String limit = table.getProperty(sure + "." + kind.word());
          if (limit != null) {
            lines.add(sure + "." + kind.word() + "=" + limit);
          }
        }
      }
    }
    lines.add("");
    lines.add("# Fewer lives may be chance.");
    lines.add("few=" + table.getProperty("few"));
    lines.add(
        """

        # How much more must speak against the first suspect than against the next one, so that it was
        # right in nine of ten (high) and in six of ten (medium) of the libraries that were left out, by
        # the kind of evidence that counts most where it often does; %.0f: never."""
            .formatted(Sureness.NEVER));
    for (String sure : SURE) {
      lines.add(sure + "=" + table.getProperty(sure));
      for (Feature kind : learned.sureness().ofKinds().keySet()) {
        if (ByHand.is(kind)) {
          continue;
        }
        String key = sure + "." + kind.word();
        lines.add(key + "=" + table.getProperty(key));
      }
    }
    Files.write(file, lines);
  }
}
