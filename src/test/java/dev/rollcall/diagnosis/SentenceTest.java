package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.common.FrameKind;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever lives there are: what is said of them is true of them, and says what to do. */
final class SentenceTest {
  private static final int SEEDS = 2_000;
  private static final int TWO_LINES = 200;
  private static final String[] PLACES = {
    "A.run",
    "A.run B.read",
    "A.run B.read C.parse",
    "A.run B.read D.close",
    "A.run E.fire",
    "A.run E.fire H.read",
    "A.run E.fire H.read C.parse",
    "A.run F.finish",
  };

  private static Way life(Random random, boolean ends) {
    Lives life = Lives.register(PLACES[random.nextInt(4)]);
    int references = 1;
    for (int steps = random.nextInt(5); steps > 0; steps--) {
      String place = PLACES[random.nextInt(PLACES.length)];
      switch (random.nextInt(4)) {
        case 0 -> {
          life.retain(place);
          references++;
        }
        case 1 -> {
          if (references > 1) {
            life.release(place);
            references--;
          }
        }
        case 2 -> life.handTo("H", "A.run E.fire");
        default -> life.use(place);
      }
    }
    while (ends && references-- > 1) {
      life.release(PLACES[random.nextInt(PLACES.length)]);
    }
    return ends ? life.end(PLACES[random.nextInt(PLACES.length)]) : life.way();
  }

  private static List<Way> lives(Random random, int kinds, boolean end) {
    List<Way> lives = new ArrayList<>();
    for (int kind = 0; kind < kinds; kind++) {
      Way way = life(random, end);
      for (int times = 1 + random.nextInt(5); times > 0; times--) {
        lives.add(way);
      }
    }
    return lives;
  }

  private static Ways ways(List<Way> lives) {
    Ways ways = new Ways("");
    lives.forEach(ways::add);
    return ways;
  }

  /** Any table of weights, so that every kind of evidence leads now and then. */
  private static Weights weights(Random random) {
    Properties table = new Properties();
    for (Feature feature : Feature.values()) {
      double weight = feature.isBeside() ? 0 : Math.pow(random.nextDouble(), 8);
      table.setProperty(feature.word(), Double.toString(weight));
    }
    return Weights.of(table);
  }

  @Test
  void whatIsSaidIsTrueOfTheLivesItIsSaidOf() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Way> leaked = lives(random, 1 + random.nextInt(3), false);
      List<Way> healthy = lives(random, random.nextInt(4), true);
      Ways siblings = ways(healthy);
      Diagnosis.Group group = new Diagnosis.Group(ways(leaked), siblings);

      Diagnosis diagnosis = Diagnosis.of(List.of(group), List.of(siblings), weights(random));
      for (Suspect suspect : diagnosis.suspects(group)) {
        assertThat(Claims.wrong(suspect.evidence(), leaked, healthy, new CallPaths()))
            .as("seed %d: %s%n%s%n%s", seed, suspect.evidence(), leaked, healthy)
            .isEmpty();
        assertThat(suspect.evidence())
            .startsWith(Claims.name(suspect.frame()))
            .hasSizeLessThan(TWO_LINES);
        assertThat(FrameKind.isProgram(suspect.frame())).isTrue();
      }
    }
  }

  /** Lives that were released, or retained, once more after their end. */
  private static List<Way> misused(Random random, int kinds) {
    List<Way> lives = new ArrayList<>();
    boolean retained = random.nextInt(4) == 0;
    for (int kind = 0; kind < kinds; kind++) {
      Way ended = life(random, true);
      List<Stop> stops = new ArrayList<>(ended.stops());
      String place = PLACES[random.nextInt(PLACES.length)];
      stops.addAll(
          (retained ? Lives.register(place).retain(place) : Lives.register(place).release(place))
              .way()
              .stops()
              .subList(1, 2));
      Way way = new Way(stops, null);
      for (int times = 1 + random.nextInt(5); times > 0; times--) {
        lives.add(way);
      }
    }
    return lives;
  }

  @Test
  void whatIsSaidOfThoseThatEndedTooEarlyIsTrueOfThem() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Way> misused = misused(random, 1 + random.nextInt(3));
      List<Way> healthy = lives(random, random.nextInt(4), true);
      Ways siblings = ways(healthy);
      EarlyEnd found =
          EarlyEnd.of(
              List.of(new EarlyEnd.Group(ways(misused), siblings)),
              new EarlyEnd.Usual(List.of(siblings)),
              weights(random));

      for (Suspect suspect : found.suspects()) {
        assertThat(EarlyClaims.wrong(suspect.evidence(), misused, healthy))
            .as("seed %d: %s%n%s%n%s", seed, suspect.evidence(), misused, healthy)
            .isEmpty();
        assertThat(suspect.evidence())
            .startsWith(Claims.name(suspect.frame()))
            .hasSizeLessThan(TWO_LINES);
      }
    }
  }

  /** The note of a hand-over stands in the history below the sentence. */
  @Test
  void whoWasHandedTheLeakedIsNotSaidToHaveBeenPassedBy() {
    Ways healthy =
        Lives.ways(
            20,
            Lives.register("A.run")
                .handTo("H", "A.run E.fire")
                .use("A.run E.fire H.read")
                .end("A.run F.finish"));
    Ways leaked = Lives.ways(5, Lives.register("A.run").handTo("H", "A.run E.fire").way());
    Diagnosis.Group group = new Diagnosis.Group(leaked, healthy);

    assertThat(
            Stories.diagnosis(List.of(group), List.of(healthy)).suspects(group).get(0).evidence())
        .isEqualTo(
            "H.read came next after E.fire for 20 of 20 released siblings, but for 0 of 5 leaked"
                + " resources, though 5 were handed to it: release there what it does not use.");
  }

  @Test
  void whoReleasesTheSiblingsIsRightAsItIsWhereTheLeakedNeverCame() {
    Ways healthy = Lives.ways(20, Lives.register("A.run B.read").end("A.run F.finish G.shut"));
    Ways leaked = Lives.ways(5, Lives.register("A.run B.read").way());
    Diagnosis.Group group = new Diagnosis.Group(leaked, healthy);

    assertThat(Stories.diagnosis(List.of(group), List.of(healthy)).suspects(group))
        .extracting(Suspect::evidence)
        .contains(
            "G.shut released 20 of 20 released siblings; 0 of 5 leaked resources came there:"
                + " release them in A.run, where the ways part after B.read.");
  }
}
