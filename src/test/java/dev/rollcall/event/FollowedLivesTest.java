package dev.rollcall.event;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakReport;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.scope.Scope;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** Which lives a recording has that does not want all, in real recordings. */
class FollowedLivesTest {
  private static final int MANY = 1_000;

  /** At most so many of a type are followed at once where ten a second are. */
  private static final int AT_ONCE = 15;

  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();

  /** A resource without a counter. */
  private static final class Connection {}

  /** One whose uses are told. */
  private static final class Used extends Buffer {
    Used(LeakChecker checker) {
      super(checker);
    }

    void use() {
      used();
    }
  }

  private static Consumer<Recording> lives(String lives) {
    return recording -> recording.enable("rollcall.Register").with("lives", lives);
  }

  private void live() {
    Used buffer = new Used(checker);
    buffer.retain();
    buffer.touch("half way");
    buffer.use();
    buffer.release();
    buffer.release();
  }

  private Set<Long> ids(Recorded recorded, String name) {
    return recorded.all("rollcall." + name, checkerId).stream()
        .map(event -> event.getLong("resourceId"))
        .collect(toSet());
  }

  private RecordedEvent last(Recorded recorded) {
    List<RecordedEvent> checks = recorded.all("rollcall.LeakCheck", checkerId);
    return checks.get(checks.size() - 1);
  }

  /** That the totals are exact: so many of each kind of event are to be expected. */
  private void assertReconciled(Recorded recorded, RecordedEvent totals) {
    assertThat(totals.getLong("registered") - totals.getLong("unfollowed"))
        .isEqualTo(recorded.all("rollcall.Register", checkerId).size());
    assertThat(totals.getLong("unregistered") - totals.getLong("unfollowedEnded"))
        .isEqualTo(recorded.all("rollcall.Unregister", checkerId).size());
  }

  @Test
  void whatIsFollowedIsWhole() throws Exception {
    Recorded recorded =
        Recorded.during(
            lives("10/s"),
            () -> {
              for (int i = 0; i < MANY; i++) {
                live();
              }
              LeakReport unused = checker.check();
            });

    Set<Long> followed = ids(recorded, "Register");
    assertThat(followed).hasSizeBetween(AT_ONCE, MANY / 2);
    assertThat(ids(recorded, "Retain")).isEqualTo(followed);
    assertThat(ids(recorded, "Touch")).isEqualTo(followed);
    assertThat(ids(recorded, "Use")).isEqualTo(followed);
    assertThat(ids(recorded, "Release")).isEqualTo(followed);
    assertThat(ids(recorded, "Unregister")).isEqualTo(followed);
    assertThat(last(recorded).getLong("registered")).isEqualTo(MANY);
    assertThat(last(recorded).getLong("unregistered")).isEqualTo(MANY);
    assertReconciled(recorded, last(recorded));
  }

  /** A foreign counter tells of its steps by itself. */
  @Test
  void whatIsNotFollowedHasNoSteps() throws Exception {
    Recorded recorded =
        Recorded.during(
            lives("10/s"),
            () -> {
              for (int i = 0; i < MANY; i++) {
                Connection connection = new Connection();
                checker.register(connection, "a description", null, 1);
                checker.retained(connection, 2);
                checker.touch(connection, "a note");
                checker.released(connection, 1);
                checker.unregister(connection);
              }
            });

    Set<Long> followed = ids(recorded, "Register");
    assertThat(followed).hasSizeBetween(AT_ONCE, MANY / 2);
    for (String kind : List.of("Retain", "Touch", "Release", "Unregister")) {
      assertThat(ids(recorded, kind)).as(kind).isEqualTo(followed);
    }
  }

  @Test
  void aRareTypeIsFollowedWholeBesideACommonOne() throws Exception {
    Recorded recorded =
        Recorded.during(
            lives("10/s"),
            () -> {
              for (int i = 0; i < MANY; i++) {
                live();
                if (i % 125 == 0) {
                  Connection connection = new Connection();
                  checker.register(connection);
                  checker.unregister(connection);
                }
              }
            });

    assertThat(recorded.all("rollcall.Unregister", checkerId))
        .filteredOn(
            event -> event.getClass("resourceType").getName().equals(Connection.class.getName()))
        .hasSize(8);
  }

  /** What a check and a checkpoint say does not depend on what is followed. */
  @Test
  void whatLeaksIsListedFollowedOrNot() throws Exception {
    List<Connection> held = new ArrayList<>();
    LeakReport[] report = new LeakReport[1];
    Recorded recorded =
        Recorded.during(
            lives("10/s"),
            () -> {
              for (int i = 0; i < MANY; i++) {
                held.add(new Connection());
                checker.register(held.get(i));
              }
              report[0] = checker.check();
            });
    held.forEach(checker::unregister);

    assertThat(report[0].leaked()).isEqualTo(MANY);
    Set<Long> registered = ids(recorded, "Register");
    for (String name : List.of("Leak", "Live")) {
      assertThat(ids(recorded, name)).as(name).hasSize(MANY);
      assertThat(recorded.all("rollcall." + name, checkerId))
          .filteredOn(event -> event.getBoolean("followed"))
          .extracting(event -> event.getLong("resourceId"))
          .containsExactlyInAnyOrderElementsOf(registered);
    }
    RecordedEvent checkpoint =
        recorded.all("rollcall.Checkpoint", checkerId).stream()
            .filter(event -> event.getString("phase").equals("chunk"))
            .findFirst()
            .orElseThrow();
    assertReconciled(recorded, checkpoint);
    assertReconciled(recorded, last(recorded));
  }

  private long sitesKnown(SiteMode sites) throws Exception {
    LeakChecker own = LeakChecker.builder().sites(sites).build();
    List<Connection> held = new ArrayList<>();
    LeakReport[] report = new LeakReport[1];
    Recorded unused =
        Recorded.during(
            lives("10/s"),
            () -> {
              for (int i = 0; i < 100; i++) {
                held.add(new Connection());
                own.register(held.get(i));
              }
              report[0] = own.check();
            });
    held.forEach(own::unregister);
    assertThat(report[0].groups().stream().mapToLong(LeakGroup::count).sum()).isEqualTo(100);
    return report[0].sitesKnown();
  }

  @Test
  void theModeOfSitesDecidesWhetherASiteIsKnownOfWhatIsNotFollowed() throws Exception {
    assertThat(sitesKnown(SiteMode.ALWAYS)).isEqualTo(100);
    assertThat(sitesKnown(SiteMode.RECORDED)).isZero();
  }

  @Test
  void usesHaveABudgetOfTheirOwn() throws Exception {
    Recorded recorded =
        Recorded.during(
            recording -> recording.enable("rollcall.Use").with("lives", "10/s"),
            () -> {
              for (int i = 0; i < MANY; i++) {
                live();
              }
              LeakReport unused = checker.check();
            });

    Set<Long> used =
        recorded.all("rollcall.Register", checkerId).stream()
            .filter(event -> event.getBoolean("uses"))
            .map(event -> event.getLong("resourceId"))
            .collect(toSet());
    assertThat(used).hasSizeBetween(AT_ONCE, MANY / 2);
    assertThat(ids(recorded, "Use")).isEqualTo(used);
    for (String name : List.of("Register", "Retain", "Touch", "Release", "Unregister")) {
      assertThat(ids(recorded, name)).as(name).hasSize(MANY);
    }
    assertThat(last(recorded).getLong("unfollowed")).isZero();
    // A gap would mean a lost event: a use that is not recorded takes no number.
    recorded
        .all("rollcall.Unregister", checkerId)
        .forEach(
            event ->
                assertThat(event.getInt("sequence"))
                    .isEqualTo(used.contains(event.getLong("resourceId")) ? 5 : 4));
  }

  /** A test that keeps steps asks for entries that recordings leave out. */
  @Test
  void aUseThatIsNotRecordedTakesNoNumberBesideATestEither() throws Exception {
    Scope scope = new Scope("a test", null, true);
    Recorded recorded =
        Recorded.during(
            recording -> recording.enable("rollcall.Use").with("lives", "0/s"),
            () -> {
              scope.open();
              try {
                live();
              } finally {
                scope.close();
              }
            });

    assertThat(recorded.all("rollcall.Use", checkerId)).isEmpty();
    assertThat(recorded.all("rollcall.Unregister", checkerId))
        .singleElement()
        .satisfies(event -> assertThat(event.getInt("sequence")).isEqualTo(4));
  }

  /** Of several recordings the one that wants most gets it, for as long as it runs. */
  @Test
  void recordingsWithDifferentBudgetsGetTheLargest() throws Exception {
    int[] registered = new int[5];
    Recorded recorded =
        Recorded.during(
            lives("10/s"),
            () -> {
              registered[0] = registerOf(LeakChecker.builder().build());
              try (Recording more = new Recording()) {
                lives("100/s").accept(more);
                more.start();
                registered[1] = registerOf(LeakChecker.builder().build());
                try (Recording all = new Recording()) {
                  lives("all").accept(all);
                  all.start();
                  registered[2] = registerOf(LeakChecker.builder().build());
                }
                registered[3] = registerOf(LeakChecker.builder().build());
              }
              registered[4] = registerOf(LeakChecker.builder().build());
            });

    int[] followed = new int[registered.length];
    for (int i = 0; i < followed.length; i++) {
      followed[i] = recorded.all("rollcall.Register", registered[i]).size();
    }
    assertThat(followed[0]).isBetween(AT_ONCE, 100);
    assertThat(followed[1]).isBetween(150, MANY / 2);
    assertThat(followed[2]).isEqualTo(MANY);
    assertThat(followed[3]).isBetween(150, MANY / 2);
    assertThat(followed[4]).isBetween(AT_ONCE, 100);
  }

  /** Has many come and go with a checker that has seen nothing yet; returns its id. */
  private static int registerOf(LeakChecker fresh) {
    int id = fresh.check().checkerId();
    for (int i = 0; i < MANY; i++) {
      Connection connection = new Connection();
      fresh.register(connection);
      fresh.unregister(connection);
    }
    return id;
  }

  @Test
  void withoutARecordingAllAreFollowed() throws Exception {
    Recorded unused = Recorded.during(lives("10/s"), () -> {});
    List<Buffer> buffers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      buffers.add(new Buffer(checker));
    }
    Recorded recorded =
        Recorded.during(
            lives("10/s"),
            () -> {
              buffers.forEach(Buffer::release);
              LeakReport unusedReport = checker.check();
            });

    assertThat(recorded.all("rollcall.Register", checkerId)).isEmpty();
    assertThat(recorded.all("rollcall.Unregister", checkerId)).hasSize(MANY);
    assertThat(last(recorded).getLong("unfollowed")).isZero();
    assertThat(last(recorded).getLong("unfollowedEnded")).isZero();
  }

  @Test
  void whetherALifeIsFollowedIsDecidedAtItsBeginning() throws Exception {
    List<Buffer> buffers = new ArrayList<>();
    Recorded first =
        Recorded.during(
            lives("10/s"),
            () -> {
              for (int i = 0; i < MANY; i++) {
                buffers.add(new Buffer(checker));
              }
            });
    Recorded second =
        Recorded.during(
            lives("all"),
            () -> {
              buffers.forEach(Buffer::release);
              LeakReport unused = checker.check();
            });

    assertThat(ids(second, "Unregister"))
        .isEqualTo(ids(first, "Register"))
        .hasSizeLessThan(MANY / 2);
    RecordedEvent end = last(second);
    assertThat(end.getLong("unfollowed")).isEqualTo(end.getLong("unfollowedEnded"));
    assertThat(MANY - end.getLong("unfollowed")).isEqualTo(ids(first, "Register").size());
  }

  /** The settings of an event that is off are nobody's. */
  @Test
  void whereRegistrationsAreNotRecordedAllAreFollowed() throws Exception {
    Recorded recorded =
        Recorded.during(
            recording -> {
              lives("10/s").accept(recording);
              recording.disable("rollcall.Register");
            },
            () -> {
              for (int i = 0; i < MANY; i++) {
                live();
              }
            });

    assertThat(ids(recorded, "Unregister")).hasSize(MANY);
  }

  /**
   * Eight threads have resources come and go while recordings with other budgets start and stop
   * beside one that has everything that anybody follows. At no checkpoint is more expected than was
   * recorded until then, but for one life a thread that is between its count and its event; in the
   * end everything agrees.
   */
  @Test
  void totalsAgreeWhateverIsFollowed() throws Exception {
    int threads = 8;
    AtomicBoolean over = new AtomicBoolean();
    Recorded recorded =
        Recorded.during(
            lives("10/s"),
            () -> {
              ExecutorService pool = Executors.newFixedThreadPool(threads);
              try {
                CountDownLatch begun = new CountDownLatch(threads);
                List<Future<?>> parts = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                  parts.add(
                      pool.submit(
                          () -> {
                            do {
                              live();
                              begun.countDown();
                            } while (!over.get());
                          }));
                }
                assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
                for (String budget : List.of("100/s", "1000/s", "50/s", "1000/s")) {
                  try (Recording other = new Recording()) {
                    lives(budget).accept(other);
                    other.start();
                  }
                }
                over.set(true);
                for (Future<?> part : parts) {
                  part.get(1, TimeUnit.MINUTES);
                }
              } finally {
                over.set(true);
                pool.shutdownNow();
              }
              LeakReport unused = checker.check();
            });

    assertThat(last(recorded).getLong("unfollowed")).isPositive();
    assertReconciled(recorded, last(recorded));
    assertThat(last(recorded).getLong("unfollowed"))
        .isEqualTo(last(recorded).getLong("unfollowedEnded"));
    List<RecordedEvent> checkpoints =
        recorded.all("rollcall.Checkpoint", checkerId).stream()
            .filter(event -> event.getString("phase").equals("chunk"))
            .toList();
    assertThat(checkpoints).hasSizeGreaterThan(4);
    for (RecordedEvent checkpoint : checkpoints) {
      assertThat(checkpoint.getLong("registered") - checkpoint.getLong("unfollowed"))
          .isBetween(0L, threads + until(checkpoint.getEndTime(), recorded, "Register"));
      assertThat(checkpoint.getLong("unregistered") - checkpoint.getLong("unfollowedEnded"))
          .isBetween(0L, threads + until(checkpoint.getEndTime(), recorded, "Unregister"));
    }
  }

  private long until(Instant time, Recorded recorded, String name) {
    return recorded.all("rollcall." + name, checkerId).stream()
        .filter(event -> !event.getStartTime().isAfter(time))
        .count();
  }
}
