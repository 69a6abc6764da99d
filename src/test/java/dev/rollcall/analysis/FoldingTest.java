package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.common.Phase;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That lives are folded when they are over changes what is held, and nothing of what is said. */
final class FoldingTest {
  private static final Totals NOTHING = new Totals(0, 0, 0, 0);
  private static final int SEEDS = 200;
  private static final int LIVES = 400;
  private static final int BUFFERS = 4;

  private static CheckerLog log(JvmLog log) {
    return log.checkers().iterator().next();
  }

  private static JvmLog jvmLog(int patience, List<LifecycleEvent> events) {
    JvmLog log = new JvmLog(patience);
    events.forEach(log);
    return log;
  }

  @Test
  void whatIsOverIsHeldForAWhileOnly() {
    Events events = new Events();
    for (int id = 1; id <= 1_000; id++) {
      events.register(id).retain(id, 2, 1).release(id, 1, 2).unregister(id, 3);
      events.release(id, 0, 3);
    }
    events.register(1_001);

    CheckerLog log = log(jvmLog(10, events.inOrder()));

    assertThat(log.lives()).hasSize(11);
    assertThat(log.registrations()).isEqualTo(1_001);
    assertThat(log.folded().contains(990)).isTrue();
    assertThat(log.folded().contains(991)).isFalse();
  }

  @Test
  void whatLacksAStepIsHeldBecauseItMayStillCome() {
    Events events = new Events().register(1).retain(1, 2, 1).unregister(1, 3);
    for (int id = 2; id <= 50; id++) {
      events.register(id).release(id, 0, 1).unregister(id, 1);
    }

    JvmLog log = jvmLog(10, events.inOrder());
    assertThat(log(log).find(1)).isNotNull();

    Events late = new Events().release(1, 1, 2).release(1, 0, 3);
    late.inOrder().forEach(log);
    for (int id = 51; id <= 70; id++) {
      new Events().register(id).unregister(id, 0).inOrder().forEach(log);
    }
    assertThat(log(log).find(1)).isNull();
  }

  @Test
  void countsThatNobodyRecordsAreNotWaitedFor() {
    Events events = new Events();
    for (int id = 1; id <= 100; id++) {
      events.register(id).unregister(id, 7);
    }
    JvmLog log = jvmLog(10, events.inOrder());

    assertThat(log(log).lives()).hasSize(10);
    assertThat(log(log).folded().unsteppedSteps()).isEqualTo(90 * 7);
  }

  @Test
  void aSecondEndAfterTheFirstIsAContradiction() {
    Events events = new Events();
    for (int id = 1; id <= 20; id++) {
      events.register(id).unregister(id, 0);
    }
    events.unregister(1, 0);

    Findings findings = events.analysis(events.inOrder(), new JvmLog(5)).findings(3);

    assertThat(findings.recordings().get(0).losses())
        .extracting(Loss::kind)
        .contains(Loss.Kind.CONTRADICTION);
  }

  @Test
  void whatACheckpointListedCountsForItAlsoWhenItIsFolded() {
    Events events = new Events().checkpoint("start", NOTHING, 0).register(1);
    for (int id = 2; id <= 21; id++) {
      events.register(id).live(id, false);
    }
    // Resource 1 was gone when the checkpoint looked, though nothing tells of its end.
    events.checkpoint("chunk", new Totals(21, 1, 20, 0), 20);
    for (int id = 2; id <= 21; id++) {
      events.unregister(id, 0);
    }

    JvmLog log = new JvmLog(5);
    Findings findings = events.analysis(events.inOrder(), log).findings(3);

    assertThat(log(log).lives()).hasSize(6);
    assertThat(findings.totals()).isEqualTo(new FindingTotals(21, 20, 0, 0, 0, 0, 0));
  }

  @Test
  void aSelectionIsHeldWhole() {
    Events events = new Events();
    for (int id = 1; id <= 40_000; id++) {
      events.register(id).unregister(id, 0);
    }
    JvmLog log = new JvmLog(new Selection.ById(7));
    Analysis analysis = events.analysis(events.inOrder(), log);

    assertThat(log(log).lives().size()).isLessThan(40_000);
    assertThat(analysis.histories(new Selection.ById(7)).toList())
        .singleElement()
        .satisfies(history -> assertThat(history.steps()).hasSize(2));
  }

  @Test
  void theHealthyOfAGroupAreCountedByTheWayTheyWent() {
    Events events = new Events();
    for (int id = 1; id <= 100; id++) {
      events.register(id);
      if (id % 4 == 0) {
        events.touch(id, "rare", 1);
      }
      events.unregister(id, id % 4 == 0 ? 1 : 0);
    }
    CheckerLog log = log(jvmLog(0, events.inOrder()));

    Ways healthy = log.folded().siblings().ways().iterator().next();
    assertThat(healthy.lives()).isEqualTo(100);
    assertThat(healthy.commonestFirst()).extracting(Ways.Count::times).containsExactly(75L, 25L);
  }

  /**
   * The order of a file: each thread's events in turn, but buffers are written when they are full.
   */
  private static List<LifecycleEvent> buffered(List<LifecycleEvent> events, Random random) {
    List<List<LifecycleEvent>> buffers = new ArrayList<>();
    for (int i = 0; i < BUFFERS; i++) {
      buffers.add(new ArrayList<>());
    }
    List<LifecycleEvent> written = new ArrayList<>();
    for (LifecycleEvent event : events) {
      List<LifecycleEvent> buffer = buffers.get(random.nextInt(BUFFERS));
      buffer.add(event);
      if (random.nextInt(10) == 0) {
        written.addAll(buffer);
        buffer.clear();
      }
    }
    buffers.forEach(written::addAll);
    return written;
  }

  /**
   * Lives that overlap, some of which leak, lack a step or are misused, and checks between them.
   */
  private static Events random(Random random) {
    Events events = new Events().checkpoint("start", NOTHING, 0);
    List<Integer> live = new ArrayList<>();
    int registered = 0;
    int unregistered = 0;
    while (registered < LIVES) {
      if (live.isEmpty() || random.nextInt(3) == 0) {
        int owner = live.isEmpty() ? 0 : random.nextInt(2) * live.get(random.nextInt(live.size()));
        events.register(++registered, "open" + random.nextInt(3), owner);
        live.add(registered);
      }
      if (random.nextInt(60) == 0) {
        ask(events, random, live, new Totals(registered, unregistered, live.size(), 0));
      }
      int id = live.get(random.nextInt(live.size()));
      switch (random.nextInt(5)) {
        case 0 -> events.misuse(id, "double-register");
        case 1 -> {
          // What is left out of the list from here on has leaked.
          if (random.nextInt(40) == 0) {
            live.remove((Integer) id);
          } else {
            int steps = random.nextInt(3);
            for (int step = 1; step <= steps; step++) {
              events.touch(id, "here", step);
            }
            int lost = random.nextInt(20) == 0 ? 1 : 0;
            events.unregister(id, steps + lost);
            unregistered++;
            live.remove((Integer) id);
          }
        }
        default -> {}
      }
    }
    int left = registered - unregistered;
    Totals totals = new Totals(registered, unregistered, left, 0);
    return events.retain(live.get(0), 2, 1).release(live.get(0), 1, 2).check(1, "demand", totals);
  }

  /** A check on demand, or the checkpoint of a chunk that lists five one by one. */
  private static void ask(Events events, Random random, List<Integer> live, Totals totals) {
    if (random.nextBoolean()) {
      int checkId = (int) totals.registered();
      events.check(checkId, "demand", totals);
      live.forEach(id -> events.leak(checkId, id));
    } else {
      int listed = Math.min(5, live.size());
      live.subList(0, listed).forEach(id -> events.live(id, false));
      events.liveGroup(live.size() - listed, "open0");
      events.checkpoint("chunk", totals, listed, listed + 1);
    }
  }

  /** Chunks in turn to either of two files, which are read in either order. */
  @Test
  void findingsAreTheSameWhereSeveralFilesTellThem() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Events events = random(random);
      List<LifecycleEvent> order = buffered(events.inOrder(), random);
      List<List<LifecycleEvent>> files = List.of(new ArrayList<>(), new ArrayList<>());
      int chunk = 100 + random.nextInt(300);
      for (int i = 0; i < order.size(); i++) {
        files.get(i / chunk % 2).add(order.get(i));
      }
      int first = random.nextInt(2);
      JvmLog log = jvmLog(20, files.get(first));
      log.addAll(jvmLog(20, files.get(1 - first)));

      Findings merged = events.analysis(List.of(), log).findings(3);
      Findings whole = events.analysis(order, new JvmLog(Integer.MAX_VALUE)).findings(3);

      assertThat(merged.totals()).as("seed %d", seed).isEqualTo(whole.totals());
      assertThat(merged.groups()).as("seed %d", seed).isEqualTo(whole.groups());
      assertThat(counted(merged)).as("seed %d", seed).isEqualTo(counted(whole));
      assertThat(merged.recordings()).as("seed %d", seed).isEqualTo(whole.recordings());
    }
  }

  /** Without the lives: one file may have folded what another one tells the misuse of. */
  private static List<MisuseFinding> counted(Findings findings) {
    return findings.misuses().stream()
        .map(group -> group.with(MisuseFinding.Lives.UNKNOWN))
        .toList();
  }

  /** Chunks of up to so many events. */
  private static List<List<LifecycleEvent>> chunks(
      List<LifecycleEvent> events, int most, Random random) {
    List<List<LifecycleEvent>> chunks = new ArrayList<>();
    int at = 0;
    while (at < events.size()) {
      int end = Math.min(events.size(), at + 1 + random.nextInt(most));
      chunks.add(events.subList(at, end));
      at = end;
    }
    return chunks;
  }

  /**
   * Collects chunks apart, and puts them together in their order; how many had to be told again.
   */
  private static int collectApart(List<List<LifecycleEvent>> chunks, JvmLog log) {
    int again = 0;
    for (List<LifecycleEvent> chunk : chunks) {
      JvmLog part = log.part();
      chunk.forEach(part::add);
      if (!log.append(part)) {
        chunk.forEach(log::add);
        again++;
      }
    }
    return again;
  }

  /** As in a recording: when a chunk ends, all buffers are written. */
  @Test
  void findingsAreTheSameWhereChunksAreCollectedApart() {
    int again = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Events events = seed % 2 == 0 ? random(random) : owned(random);
      List<List<LifecycleEvent>> chunks = new ArrayList<>();
      for (List<LifecycleEvent> chunk : chunks(events.inOrder(), 1_000, random)) {
        chunks.add(buffered(chunk, random));
      }
      List<LifecycleEvent> order = chunks.stream().flatMap(List::stream).toList();
      JvmLog log = new JvmLog(60);
      again += collectApart(chunks, log);

      Findings parts = events.analysis(List.of(), log).findings(3);

      Findings inOneGo = events.analysis(order, new JvmLog(60)).findings(3);
      Findings whole = events.analysis(order, new JvmLog(Integer.MAX_VALUE)).findings(3);
      assertThat(parts).as("seed %d", seed).isEqualTo(inOneGo).isEqualTo(whole);
    }
    assertThat(again).isZero();
  }

  /** As in no recording: what one thread did is in a later chunk than what others did after it. */
  @Test
  void findingsAreTheSameWhereChunksThatTellOfOneLifeFoldIt() {
    int again = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Events events = seed % 2 == 0 ? random(random) : owned(random);
      List<LifecycleEvent> order = buffered(events.inOrder(), random);
      JvmLog log = new JvmLog(60);
      again += collectApart(chunks(order, 1_000, random), log);

      Findings parts = events.analysis(List.of(), log).findings(3);

      Findings inOneGo = events.analysis(order, new JvmLog(60)).findings(3);
      Findings whole = events.analysis(order, new JvmLog(Integer.MAX_VALUE)).findings(3);
      assertThat(parts).as("seed %d", seed).isEqualTo(inOneGo).isEqualTo(whole);
    }
    assertThat(again).isPositive();
  }

  @Test
  void findingsAreTheSameAsWithoutFolding() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Events events = random(random);
      List<LifecycleEvent> order = buffered(events.inOrder(), random);

      Findings folded = events.analysis(order, new JvmLog(60)).findings(3);
      Findings whole = events.analysis(order, new JvmLog(Integer.MAX_VALUE)).findings(3);

      assertThat(folded).as("seed %d", seed).isEqualTo(whole);
    }
  }

  /** Lives of which many are owned by others, which end before or after them; the rest leaks. */
  private static Events owned(Random random) {
    Events events = new Events().checkpoint("start", NOTHING, 0);
    List<Integer> live = new ArrayList<>();
    Set<Integer> counted = new HashSet<>();
    int registered = 0;
    while (registered < 2 * LIVES) {
      int owner = live.isEmpty() ? 0 : random.nextInt(2) * live.get(random.nextInt(live.size()));
      events.register(++registered, "open" + random.nextInt(3), owner);
      live.add(registered);
      if (random.nextInt(4) == 0) {
        events.retain(registered, 2, 1, live.get(random.nextInt(live.size())));
        events.release(registered, 1, 2, live.get(random.nextInt(live.size())));
        counted.add(registered);
      }
      if (random.nextInt(5) > 0) {
        int id = live.remove(random.nextInt(live.size()));
        events.unregister(id, counted.contains(id) ? 2 : 0, "close" + random.nextInt(2));
      }
    }
    events.check(1, "exit", new Totals(registered, registered - live.size(), live.size(), 0));
    live.forEach(id -> events.leak(1, id));
    return events;
  }

  @Test
  void whatBecameOfOwnersIsTheSameAsWithoutFolding() {
    long owned = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<LifecycleEvent> order = buffered(owned(random).inOrder(), random);

      List<LeakFinding> folded = new Events().analysis(order, new JvmLog(120)).findings(3).groups();
      List<LeakFinding> whole =
          new Events().analysis(order, new JvmLog(Integer.MAX_VALUE)).findings(3).groups();

      assertThat(folded).as("seed %d", seed).isEqualTo(whole);
      owned +=
          folded.stream()
              .flatMap(group -> group.examples().stream())
              .filter(life -> life.owner() != null)
              .count();
    }
    assertThat(owned).isGreaterThan(SEEDS);
  }

  /**
   * What bears the time of a checkpoint was written before its totals, and is not the next one's.
   */
  @Test
  void whatACheckpointListedInItsLastMomentIsNotOfTheNext() {
    Events events = new Events().register(1).live(1, false);
    LifecycleEvent listed = events.inOrder().get(1);
    events.add(new Checkpoint(listed.moment(), 0, Phase.CHUNK, new Totals(1, 0, 1, 0), 1));
    events.unregister(1, 0).register(2).checkpoint("chunk", new Totals(2, 1, 1, 0), 1);

    JvmLog log = new JvmLog(0);
    Findings findings = events.analysis(events.inOrder(), log).findings(3);

    assertThat(log(log).find(1)).isNull();
    assertThat(findings.recordings().get(0).losses())
        .extracting(Loss::kind, Loss::count)
        .containsExactly(tuple(Loss.Kind.CHECKPOINT, 1L));
  }
}
