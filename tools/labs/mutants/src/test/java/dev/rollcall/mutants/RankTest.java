package dev.rollcall.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RankTest {
  private static final Site SITE = new Site("a.B", "lambda$read$0", "()V", 0);
  private static final String OTHER = frame("a.C", "read");
  private static final String GUILTY = frame("a.B", "read");

  @Test
  void ranksInTheLargestGroupAndInAny() throws JsonProcessingException {
    JsonNode report = report(group(1, "", GUILTY), group(5, "", OTHER, GUILTY));

    assertThat(Rank.of(SITE, Bug.ALWAYS, report, ""))
        .isEqualTo(new Rank(2, 1, 2, "low", 2, 0, Rank.Miss.NONE));
  }

  @Test
  void takesTheFirstOfEqualGroups() throws JsonProcessingException {
    JsonNode report = report(group(5, "", OTHER), group(5, "", GUILTY));

    assertThat(Rank.of(SITE, Bug.ALWAYS, report, ""))
        .isEqualTo(new Rank(0, 1, 0, "low", 2, 0, Rank.Miss.OTHER_GROUP));
  }

  @Test
  void saysWhyItWasNotFound() throws JsonProcessingException {
    assertThat(miss(group(1, ""))).isEqualTo(Rank.Miss.NO_SUSPECT);
    assertThat(miss(group(1, "", OTHER, OTHER, OTHER, GUILTY))).isEqualTo(Rank.Miss.FURTHER_DOWN);
    assertThat(miss(group(1, GUILTY, OTHER))).isEqualTo(Rank.Miss.SEEN);
    assertThat(miss(group(1, OTHER, OTHER))).isEqualTo(Rank.Miss.UNSEEN);
  }

  @Test
  void countsLinesUntilTheMethodIsNamed() throws JsonProcessingException {
    String text =
        "B.reader(B.java:1)\nAB.read(AB.java:1)\na.B.read(B.java:1)\na.B.read(B.java:2)\n";

    assertThat(Rank.of(SITE, Bug.ALWAYS, report(group(1, "")), text).lines()).isEqualTo(3);
  }

  @Test
  void ranksTheClassByItsNestedOnesToo() throws JsonProcessingException {
    JsonNode report = report(group(5, "", OTHER, frame("a.B$C", "write"), GUILTY));

    assertThat(Rank.of(SITE, Bug.ALWAYS, report, "").ofClass()).isEqualTo(2);
  }

  @Test
  void looksForAReleaseTooManyAmongMisuses() throws JsonProcessingException {
    JsonNode report =
        new ObjectMapper()
            .readTree(
                "{\"groups\":[%s],\"misuses\":[%s]}"
                    .formatted(group(9, "", OTHER), group(2, "", GUILTY)));

    assertThat(Rank.of(SITE, Bug.RELEASE, report, "").first()).isEqualTo(1);
    assertThat(Rank.of(SITE, Bug.ALWAYS, report, "").first()).isZero();
  }

  private static Rank.Miss miss(String group) throws JsonProcessingException {
    return Rank.of(SITE, Bug.ALWAYS, report(group), "").miss();
  }

  private static JsonNode report(String... groups) throws JsonProcessingException {
    return new ObjectMapper().readTree("{\"groups\":[" + String.join(",", groups) + "]}");
  }

  private static String group(int count, String step, String... suspects) {
    StringBuilder all = new StringBuilder();
    for (String suspect : suspects) {
      all.append(all.isEmpty() ? "" : ",").append("{\"frame\":").append(suspect);
      all.append(",\"confidence\":\"low\"}");
    }
    return "{\"count\":%d,\"suspects\":[%s],\"examples\":[{\"history\":[{\"site\":[%s]}]}]}"
        .formatted(count, all, step);
  }

  private static String frame(String type, String method) {
    return "{\"class\":\"%s\",\"method\":\"%s\",\"line\":1}".formatted(type, method);
  }
}
