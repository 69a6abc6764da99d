package dev.rollcall.golden;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups are named alike by every version, so that baselines and suppressions stay good. */
final class GoldenFingerprintTest {
  private static final String GOLDEN = "fingerprints.txt";

  /** JDKs without virtual threads have no such group; the golden file is written by one with. */
  private static final String VIRTUAL = "ByVirtualThread";

  private static final Pattern GROUP = Pattern.compile("^    group (\\S+)$", Pattern.MULTILINE);

  @TempDir private Path directory = Path.of("");

  @Test
  void theExitReportAndTheRecordingHaveTheGoldenFingerprints() throws Exception {
    Path recording = directory.resolve("app.jfr");
    String err =
        new ChildJvm()
            .options(
                "-Drollcall.mode=warn",
                "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + recording)
            .run(Registrations.class)
            .with(0)
            .err();
    Set<String> told =
        GROUP
            .matcher(err)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(toCollection(TreeSet::new));
    boolean virtual = Runtime.version().feature() >= 21;
    if (virtual) {
      Golden.update(GOLDEN, String.join("\n", told) + "\n");
    }
    Set<String> golden = new TreeSet<>(Files.readAllLines(Golden.file(GOLDEN)));
    assertThat(golden).filteredOn(line -> line.contains(VIRTUAL)).hasSize(1);
    golden.removeIf(line -> !virtual && line.contains(VIRTUAL));

    assertThat(told).as("exit report. " + Golden.HINT).isEqualTo(golden);
    Ran ran = Ran.of("report", "--format", "json", recording.toString());
    Set<String> read = new TreeSet<>();
    new ObjectMapper()
        .readTree(ran.out())
        .get("groups")
        .forEach(group -> read.add(group.get("fingerprint").asText()));
    assertThat(read).as("recording. " + Golden.HINT).isEqualTo(golden);
  }
}
