package dev.rollcall.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.fleet.made.MadeJvm;
import dev.rollcall.fleet.made.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the job finds is what {@code rollcall report} finds in the same files. Scores, confidence
 * and examples are not compared: merged reports have those of the JVM that is surest.
 */
@ExtendWith(Runs.Given.class)
class SameFindingsTest {
  private static final double ROUNDING = 0.0005;
  private static final List<String> OF_A_GROUP =
      List.of(
          "fingerprint",
          "type",
          "count",
          "bytes",
          "held",
          "lost",
          "refCounts",
          "oldestMillis",
          "site");

  @Test
  void theTotalsAreThoseOfOneMachine(Runs runs) throws IOException {
    assertThat(runs.merged().get("totals")).isEqualTo(runs.whole().get("totals"));
    assertThat(runs.merged().get("settled")).isEqualTo(runs.whole().get("settled"));
  }

  @Test
  void theGroupsAreThoseOfOneMachine(Runs runs) throws IOException {
    assertThat(groups(runs.merged(), "groups")).isEqualTo(groups(runs.whole(), "groups"));
    assertThat(groups(runs.merged(), "groups")).hasSize(Service.values().length);
    assertThat(groups(runs.merged(), "open")).isEqualTo(groups(runs.whole(), "open")).isNotEmpty();
    for (String list : List.of("misuses", "live", "releasedByCollector")) {
      assertThat(runs.merged().get(list)).as(list).isEqualTo(runs.whole().get(list));
    }
  }

  /** A report rounds how many a minute, so that the sum of many reports may be a little off. */
  @Test
  void theSameGroupsGrowAsFast(Runs runs) throws IOException {
    JsonNode merged = runs.merged().get("growth");
    JsonNode whole = runs.whole().get("growth");
    assertThat(merged).hasSameSizeAs(whole).isNotEmpty();
    double most = ROUNDING * runs.fleet().jvms().size();
    for (int i = 0; i < whole.size(); i++) {
      assertThat(merged.get(i).get("perMinute").doubleValue())
          .isCloseTo(whole.get(i).get("perMinute").doubleValue(), within(most));
      JsonNode rest = ((ObjectNode) merged.get(i)).without("perMinute");
      JsonNode wholeRest = ((ObjectNode) whole.get(i)).without("perMinute");
      assertThat(rest).isEqualTo(wholeRest);
    }
  }

  @Test
  void theSameMethodsAreSuspectedFirst(Runs runs) throws IOException {
    assertThat(suspects(runs.merged())).isEqualTo(suspects(runs.whole()));
    assertThat(suspects(runs.merged()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Service.values()).map(Service::cause).toList());
  }

  @Test
  void theRecordingsAndWhatTheyLackAreThoseOfOneMachine(Runs runs) throws IOException {
    assertThat(recordings(runs.merged())).isEqualTo(recordings(runs.whole()));
    assertThat(recordings(runs.merged()).values())
        .anyMatch(recording -> !recording.get("complete").booleanValue());
  }

  @Test
  void whatWasPlannedIsFound(Runs runs) throws IOException {
    Map<String, Long> planned =
        runs.fleet().jvms().stream()
            .filter(jvm -> jvm.leaked() > 0)
            .collect(
                Collectors.groupingBy(
                    jvm -> jvm.service().type(),
                    TreeMap::new,
                    Collectors.summingLong(MadeJvm::leaked)));
    Map<String, Long> found = new TreeMap<>();
    runs.merged()
        .get("groups")
        .forEach(group -> found.put(group.get("type").textValue(), group.get("count").longValue()));
    assertThat(found).isEqualTo(planned);
    assertThat(runs.summary().jvms()).isEqualTo(runs.fleet().jvms().size());
  }

  @Test
  void aCopyCountsOnce(Runs runs) throws IOException {
    List<String> files = OneMachine.recordings(runs.fleet().recordings());
    long copies = files.stream().filter(file -> file.contains("again.jfr")).count();
    assertThat(runs.summary().copies()).isEqualTo(copies).isPositive();
  }

  @Test
  void aFileThatCannotBeReadCostsItselfAndIsTold(Runs runs) throws IOException {
    List<String> told =
        runs.summary().bad().stream().map(file -> "rollcall: " + file.sentence()).toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(runs.said());
    assertThat(told).hasSizeGreaterThanOrEqualTo(3);
    // The archive is one file with all recordings of several JVMs.
    assertThat(runs.summary().recordings() + told.size()).isGreaterThan(runs.summary().files());
  }

  private static List<JsonNode> groups(JsonNode report, String list) {
    List<JsonNode> groups = new ArrayList<>();
    for (JsonNode group : report.get(list)) {
      groups.add(((ObjectNode) group).retain(OF_A_GROUP));
    }
    return groups;
  }

  private static List<String> suspects(JsonNode report) {
    List<String> suspects = new ArrayList<>();
    for (JsonNode group : report.get("groups")) {
      JsonNode frame = group.get("suspects").get(0).get("frame");
      suspects.add(frame.get("class").textValue() + '.' + frame.get("method").textValue());
    }
    return suspects;
  }

  /** Their order is that in which reports were added up. */
  private static Map<String, JsonNode> recordings(JsonNode report) {
    Map<String, JsonNode> recordings = new TreeMap<>();
    report.get("recordings").forEach(each -> recordings.put(each.get("file").textValue(), each));
    return recordings;
  }
}
