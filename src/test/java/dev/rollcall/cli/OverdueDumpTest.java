package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.report.ReportTest;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The dump of a program that served 122 requests at once and kept the connection of every 61st,
 * then served one a second for twelve seconds, and at last kept one more: of the three that are
 * open one is overdue, for only it was registered after a hundred others, and long ago. Each holds
 * 4,096 bytes.
 */
final class OverdueDumpTest extends CommandTest {
  private static final Path RECORDED =
      Path.of("src/test/resources/dev/rollcall/cli/overdue.jfr.gz");

  private String dump = "";

  @BeforeEach
  void unpack() throws Exception {
    dump = unpackAs("dump.jfr");
  }

  private String unpackAs(String name) throws Exception {
    String file = target(name);
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(RECORDED))) {
      Files.copy(packed, Path.of(file));
    }
    return file;
  }

  @Test
  void theTextSaysHowOldTheyAreAndWhatTheyHold() {
    assertThat(run("report", "--fail-on", "overdue", dump)).isEqualTo(ExitCode.FOUND);

    assertThat(out)
        .contains("\nOVERDUE: 3 x com.acme.Shop$Conn, group ")
        .contains("oldest 12.1 s, 1 overdue; holding 12.0 KiB\n");
    assertThat(run("report", dump)).isEqualTo(ExitCode.UNSURE);
  }

  /** What is too young to be listed is overdue all the same. */
  @Test
  void theAgeFromWhichOnSomethingIsListedChangesNoAnswer() throws Exception {
    for (String age : new String[] {"1ms", "5s", "1h"}) {
      assertThat(run("report", "--fail-on", "overdue", "--older-than", age, dump))
          .isEqualTo(ExitCode.FOUND);
    }
    assertThat(out).contains("Nothing that is known one by one was open for 1 h 00 min or longer.");
    assertThat(run("report", "--fail-on", "leaks", "--older-than", "1h", dump))
        .isEqualTo(ExitCode.CLEAN);

    assertThat(run("report", "--older-than", "5s", "-f", "json", dump)).isEqualTo(ExitCode.UNSURE);
    JsonNode group = ReportTest.valid(out).at("/open/0");
    assertThat(group.get("count").asLong()).isEqualTo(2);
    assertThat(group.get("overdue").asLong()).isEqualTo(1);
  }

  @Test
  void whatIsOverdueInAGoodRunIsNotCalledLeaked() throws Exception {
    String good = unpackAs("good.jfr");

    run("report", dump, "--good", good);

    assertThat(Ran.words(out))
        .contains(
            "no regression: in good.jfr 1 of this group was overdue at its end, too, and 132 were"
                + " released, most in Shop.serve")
        .doesNotContain("leaked, too");
    run("report", "-f", "json", dump, "--good", good);
    JsonNode said = ReportTest.valid(out).at("/open/0/good");
    assertThat(said.get("leaked").asLong()).isZero();
    assertThat(said.get("open").asLong()).isEqualTo(3);
    assertThat(said.get("overdue").asLong()).isEqualTo(1);
  }
}
