package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.testing.CommandedJvm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The dump of a program that runs: what is open is told as what leaked is, and not called so. */
final class OpenDumpTest extends CommandTest {
  private static final String OPENED = "dev.rollcall.testing.Program$Opened";

  private String dump(String... commands) throws Exception {
    Path file = directory.resolve("dump.jfr");
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell(commands).tell("dump " + file);
    }
    return file.toString();
  }

  private JsonNode json(String... args) throws IOException {
    assertThat(run(args)).isEqualTo(ExitCode.UNSURE);
    return new ObjectMapper().readTree(out);
  }

  @Test
  void groupsAgesAndSuspectsOfWhatIsOpen() throws Exception {
    String file = dump("open 5", "close 3", "elsewhere 4");

    assertThat(run("report", file)).isEqualTo(ExitCode.UNSURE);
    assertThat(out)
        .startsWith("Cannot rule out leaks: 6 resources were still open when the recording ended")
        .contains("\nOPEN: 4 x " + OPENED, "\nOPEN: 2 x " + OPENED)
        .doesNotContain("LEAK:");

    JsonNode open = json("report", "--format", "json", file).get("open");
    assertThat(open).hasSize(2);
    JsonNode first = open.get(1);
    assertThat(first.get("count").asLong()).isEqualTo(2);
    assertThat(first.at("/ages/known").asLong()).isEqualTo(2);
    assertThat(first.at("/ages/oldestMillis").asLong())
        .isGreaterThanOrEqualTo(first.at("/ages/youngestMillis").asLong());
    assertThat(first.at("/suspects/0/evidence").asText())
        .endsWith(
            " released 3 of 3 released siblings; 0 of 2 open resources came there: if no longer in"
                + " use, release them in Commanded.obey, where the ways part.");
    assertThat(first.at("/examples/0/verdict").asText()).isEqualTo("open");
  }

  @Test
  void optionsSelectWhatIsListedAndNotTheAnswer() throws Exception {
    String file = dump("open 2");

    assertThat(run("report", "--leaked", file)).isEqualTo(ExitCode.UNSURE);
    assertThat(out).startsWith("Cannot rule out leaks: 2 ").doesNotContain("OPEN:");
    assertThat(run("report", "--leaked", "--fail-on", "leaks", file)).isEqualTo(ExitCode.CLEAN);
    assertThat(run("report", "--open", "--older-than", "1ms", file)).isEqualTo(ExitCode.UNSURE);
    assertThat(out).contains("\nOPEN: 2 x ");
    assertThat(run("report", "--older-than", "2h", file)).isEqualTo(ExitCode.UNSURE);
    assertThat(out)
        .contains("2 resources were still open", "was open for 2 h 00 min or longer.")
        .doesNotContain("OPEN:");
    assertThat(run("report", "--open", sample("leaky"))).isEqualTo(ExitCode.FOUND);
    assertThat(out).startsWith("LEAK: 2 of ").contains("Nothing was open");
    assertThat(out.lines().filter(line -> line.startsWith("LEAK:"))).hasSize(1);
  }

  /** A checkpoint writes ten thousand one by one; of the others it has the groups. */
  @Test
  void whatACheckpointOnlyCountsIsInAGroup() throws Exception {
    String file = dump("off rollcall.Register", "open 4000", "elsewhere 7000");

    JsonNode report = json("report", "--format", "json", file);

    assertThat(report.at("/totals/open").asLong()).isEqualTo(11_000);
    assertThat(report.get("open"))
        .extracting(group -> group.get("count").asLong())
        .containsExactly(7_000L, 4_000L);
    long known = 0;
    for (JsonNode group : report.get("open")) {
      known += group.at("/ages/known").asLong();
    }
    assertThat(known).isEqualTo(10_000);
  }

  @Test
  void anAgeThatIsNoneIsOneSentence() {
    for (String bad : new String[] {"60", "s", "-5s", "1.5s", "60 s", "1d", "12345678901s"}) {
      assertThat(run("report", "--older-than", bad, "x.jfr")).isEqualTo(ExitCode.USAGE);
      assertThat(err)
          .contains("'" + bad + "' is not an age, use a number with ms, s, m or h, as in 60s");
    }
  }
}
