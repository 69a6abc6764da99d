package dev.rollcall.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.scheduler.SparkListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many cores there are changes nothing but how long it takes. */
@ExtendWith(Runs.Given.class)
class CoresTest {
  @Test
  void oneCoreWritesTheSameReportAsTwo(Runs runs) throws IOException, FleetException {
    Path out = runs.directory().resolve("one-core");
    Local.run(1, new SparkListener() {}, runs.fleet().recordings(), out, runs.fleet().codeowners());
    assertThat(out.resolve("report.json"))
        .hasSameBinaryContentAs(runs.spark().resolve("report.json"));
    assertThat(Files.size(out.resolve("report.json"))).isPositive();
  }
}
