package dev.rollcall.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fleet.made.MadeJvm;
import dev.rollcall.fleet.made.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The questions of the manual, as they stand there: both engines answer the same, and what was
 * planned, of the job's tables and of those that one machine exports.
 */
@ExtendWith(Runs.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {
  private static final String OF_THE_FLEET = "How is the fleet?";
  private static final int LAST_DAY = Service.DAYS - 1;

  /** The JVMs of a fleet unless more are asked for. */
  private static final int FEWEST = 50;

  private final List<Question> questions = new ArrayList<>();
  private final List<MadeJvm> jvms = new ArrayList<>();
  private final Map<String, List<String>> answers = new HashMap<>();
  private final Map<String, List<String>> ofSpark = new HashMap<>();
  private final Map<String, List<String>> ofExport = new HashMap<>();
  private final Map<String, List<String>> ofExportBySpark = new HashMap<>();

  @BeforeAll
  void ask(Runs runs) throws IOException, SQLException, InterruptedException {
    questions.addAll(Question.all());
    jvms.addAll(runs.fleet().jvms());
    answers.putAll(Answers.ofDuckDb(questions, runs.spark()));
    ofSpark.putAll(Answers.ofSpark(questions, runs.spark()));
    Path exported = export(runs);
    ofExport.putAll(Answers.ofDuckDb(questions, exported));
    ofExportBySpark.putAll(Answers.ofSpark(questions, exported));
  }

  /** Day by day, as where an export runs each night: what ran for two days is in both. */
  private static Path export(Runs runs) throws IOException, InterruptedException {
    Path exported = runs.directory().resolve("exported");
    String lastDay = '/' + MadeJvm.FIRST_DAY.plusDays(LAST_DAY).toString() + '/';
    List<String> files = OneMachine.recordings(runs.fleet().recordings());
    export(runs, exported, files.stream().filter(file -> !file.contains(lastDay)).toList());
    export(runs, exported, files.stream().filter(file -> file.contains(lastDay)).toList());
    return exported;
  }

  private static void export(Runs runs, Path exported, List<String> files)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "export",
                "--parquet",
                exported.toString(),
                "--codeowners",
                runs.fleet().codeowners().toString(),
                "--source",
                runs.directory().toString()));
    arguments.addAll(files);
    OneMachine.run(arguments, runs.directory().resolve("export.txt"));
  }

  @Test
  void eachQuestionIsThereForBothEngines() {
    assertThat(questions).hasSizeGreaterThan(5);
    for (Question question : questions) {
      assertThat(question.duckDb()).as(question.title()).isNotEmpty();
      assertThat(question.spark()).as(question.title()).hasSameSizeAs(question.duckDb());
    }
  }

  @Test
  void bothEnginesAnswerTheSame() {
    questions.stream()
        .skip(1)
        .map(Question::title)
        .forEach(
            title ->
                assertThat(ofSpark.get(title))
                    .as(title)
                    .isEqualTo(answers.get(title))
                    .isNotEmpty());
  }

  @Test
  void itDoesNotMatterWhoWroteTheTablesNorHowOften() {
    Map<String, List<String>> once = new HashMap<>(answers);
    Map<String, List<String>> daily = new HashMap<>(ofExport);
    // Only here it shows, and it should: one JVM more on the day before.
    assertThat(daily.remove(OF_THE_FLEET)).isNotEqualTo(once.remove(OF_THE_FLEET));
    assertThat(daily).isEqualTo(once);
    assertThat(ofExportBySpark).isEqualTo(ofExport);
  }

  @Test
  void whatRanForTwoDaysIsThereOnBoth() {
    int before = LAST_DAY - 1;
    assertThat(Objects.requireNonNull(ofExport.get(OF_THE_FLEET)).get(before))
        .isEqualTo(
            row(
                MadeJvm.FIRST_DAY.plusDays(before),
                count(jvm -> jvm.day() == before) + 1,
                count(jvm -> jvm.day() == before && jvm.leaked() > 0),
                count(jvm -> jvm.day() == before && jvm.isUnsure()) + 1,
                leaked(jvm -> jvm.day() == before)));
  }

  @Test
  void theFleet() {
    List<String> planned =
        Stream.iterate(0, day -> day < Service.DAYS, day -> day + 1)
            .map(
                day ->
                    row(
                        MadeJvm.FIRST_DAY.plusDays(day),
                        count(jvm -> jvm.day() == day),
                        count(jvm -> jvm.day() == day && jvm.leaked() > 0),
                        count(jvm -> jvm.day() == day && jvm.isUnsure()),
                        leaked(jvm -> jvm.day() == day)))
            .toList();
    assertThat(answer(OF_THE_FLEET)).isEqualTo(planned);
  }

  @Test
  void newSinceYesterday() {
    assertThat(answer("What is new since yesterday?"))
        .containsExactly(
            row(
                Service.SEARCH.cause(),
                "search",
                "1.5",
                count(jvm -> leaks(jvm, Service.SEARCH)),
                leaked(jvm -> jvm.service() == Service.SEARCH)));
  }

  /**
   * Its statements are some of those that are tested here, and its answer is that of this fleet.
   */
  @Test
  void theFleetPageEndsWithIt() throws IOException {
    assertThat(Question.ofTheFleetPage())
        .hasSize(3)
        .allMatch(
            statement ->
                questions.stream().anyMatch(question -> question.duckDb().contains(statement)));
    if (jvms.size() == FEWEST) {
      assertThat(answer("What is new since yesterday?"))
          .hasSize(1)
          .allSatisfy(row -> assertThat(Question.fleetPage()).contains("| " + row + " |"));
    }
  }

  @Test
  void onHowManyJvms() {
    List<String> planned = new ArrayList<>();
    for (Service service : Service.values()) {
      for (String version : List.of("1.4", "1.5")) {
        Predicate<MadeJvm> ran = jvm -> jvm.service() == service && jvm.version().equals(version);
        Predicate<MadeJvm> leaking = ran.and(jvm -> jvm.leaked() > 0);
        if (count(leaking) > 0) {
          List<MadeJvm> all = jvms.stream().filter(leaking).toList();
          planned.add(
              row(
                  service.cause(),
                  service.word(),
                  version,
                  count(leaking),
                  count(ran),
                  leaked(ran),
                  all.stream().map(MadeJvm::date).sorted().findFirst().orElseThrow(),
                  all.stream().map(MadeJvm::date).max(Comparator.naturalOrder()).orElseThrow()));
        }
      }
    }
    assertThat(answer("On how many JVMs is it, and in which versions?"))
        .containsExactlyInAnyOrderElementsOf(planned);
  }

  @Test
  void growth() {
    double then = Service.RELAY.leaked(0);
    double now = Service.RELAY.leaked(LAST_DAY);
    assertThat(answer("What has grown within a week?"))
        .containsExactly(row(Service.RELAY.cause(), then, now, now / then));
  }

  @Test
  void owners() {
    assertThat(answer("Who has to do what?"))
        .containsExactlyElementsOf(
            Arrays.stream(Service.values())
                .map(
                    service ->
                        row(
                            service.owner(),
                            service.cause(),
                            count(jvm -> leaks(jvm, service)),
                            leaked(jvm -> jvm.service() == service),
                            service.bytes() * leaked(jvm -> jvm.service() == service)))
                .sorted()
                .toList());
  }

  @Test
  void fixes() {
    assertThat(answer("Which fix worked?"))
        .containsExactly(
            row(
                Service.ORDERS.cause(),
                "orders",
                "1.4",
                "1.5",
                leaked(jvm -> jvm.service() == Service.ORDERS),
                count(
                    jvm ->
                        jvm.service() == Service.ORDERS
                            && jvm.version().equals("1.5")
                            && !jvm.isUnsure())));
  }

  @Test
  void oneLife() {
    assertThat(answer("Where is it, and what happened to one of them?"))
        .containsExactly(
            row(1, "register", "worker-1", null, "dev.shop.net.Session.open", 31),
            row(2, "touch", "worker-1", "left behind", "dev.shop.relay.Retries.giveUp", 73),
            row(3, "leak", "worker-1", "still registered at the exit check", null, null));
  }

  @Test
  void losses() {
    assertThat(answer("What do we not know?")).hasSize(1);
    assertThat(answer("What do we not know?").get(0))
        .startsWith(row("chunk", count(MadeJvm::isCut), count(MadeJvm::isCut), "chunk "));
  }

  private List<String> answer(String title) {
    return Objects.requireNonNull(answers.get(title), title);
  }

  private static boolean leaks(MadeJvm jvm, Service service) {
    return jvm.service() == service && jvm.leaked() > 0;
  }

  private long count(Predicate<MadeJvm> which) {
    return jvms.stream().filter(which).count();
  }

  private long leaked(Predicate<MadeJvm> which) {
    return jvms.stream().filter(which).mapToLong(MadeJvm::leaked).sum();
  }

  private static String row(@Nullable Object... values) {
    return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(" | "));
  }
}
