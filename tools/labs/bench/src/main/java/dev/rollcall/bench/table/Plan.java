package dev.rollcall.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which cells of the whole matrix are measured, in how many rounds. A round measures each cell in
 * one fork; ratios are taken within a round, so that a machine that slows down for a minute spoils
 * one round and not a comparison.
 *
 * @param brief whether each fork measures for a second and not for longer
 * @param cells what is measured in each round
 * @param once what is measured in the first round only: what nothing was promised of, and single
 *     shots, which are slow and have no ratio
 */
record Plan(int rounds, boolean brief, List<Cells> cells, List<Cells> once) {
  private static final List<Integer> LIVE = List.of(0, 100_000, 1_000_000);

  /** All that the table shows: about 20 minutes. */
  static Plan full() {
    List<Cells> cells = new ArrayList<>();
    cells.add(Cells.of("OffBenchmark", "nothing", "rollcall", "rollcallSteps").allocating());
    register(cells);
    extras(cells);
    sites(cells);
    recording(cells, false);
    recording(cells, true);
    counting(cells);
    List<Cells> once = new ArrayList<>();
    others(once);
    oneShots(once);
    return new Plan(2, false, cells, once);
  }

  private static void register(List<Cells> cells) {
    for (int live : LIVE) {
      cells.addAll(
          Cells.of("RegisterBenchmark", "rollcall", "bareMap").with("live", live).onOneAndTwo());
    }
  }

  private static void extras(List<Cells> cells) {
    Cells all =
        Cells.of("ExtrasBenchmark", "plain", "expected", "othersExpected", "sized", "labelled");
    for (int live : new int[] {0, 1_000_000}) {
      cells.add(all.with("live", live));
    }
    cells.add(
        Cells.of("RecordingBenchmark", "rollcall", "rollcallSized")
            .with("stacks", false)
            .with("live", 100_000)
            .with("depth", 20));
  }

  private static void sites(List<Cells> cells) {
    Cells all =
        Cells.of("SitesBenchmark", "rollcall", "throwableMap", "netty").with("level", "PARANOID");
    cells.addAll(all.with("live", 0).with("depth", 20).onOneAndTwo());
    cells.add(all.with("live", 0).with("depth", 60));
    for (int live : LIVE.subList(1, 3)) {
      cells.add(all.with("live", live).with("depth", 20));
    }
    cells.addAll(
        Cells.of("SitesBenchmark", "nettyRecords")
            .with("level", "PARANOID")
            .with("live", 0)
            .with("depth", 20)
            .onOneAndTwo());
  }

  private static void recording(List<Cells> cells, boolean stacks) {
    Cells pair =
        Cells.of("RecordingBenchmark", "rollcall", "bareEventsAndMap").with("stacks", stacks);
    cells.addAll(pair.with("live", 0).with("depth", 20).onOneAndTwo());
    for (int live : LIVE.subList(1, 3)) {
      cells.add(pair.with("live", live).with("depth", 20));
    }
    if (stacks) {
      cells.add(pair.with("live", 0).with("depth", 60));
      cells.addAll(
          Cells.of("RecordingBenchmark", "rollcallHistory")
              .with("stacks", true)
              .with("live", 0)
              .with("depth", 20)
              .onOneAndTwo());
    }
  }

  private static void counting(List<Cells> cells) {
    cells.addAll(
        Cells.of("RetainBenchmark", "rollcallOwn", "bareOwn")
            .with("recording", "NOTHING")
            .onOneAndTwo());
    cells.add(
        Cells.of("RetainBenchmark", "rollcallShared", "bareShared")
            .with("recording", "NOTHING")
            .on(2));
  }

  /** Comparisons without a promise. */
  private static void others(List<Cells> cells) {
    for (int live : LIVE) {
      cells.addAll(Cells.of("RegisterBenchmark", "lockedMap").with("live", live).onOneAndTwo());
    }
    for (boolean stacks : new boolean[] {false, true}) {
      cells.addAll(
          Cells.of("RecordingBenchmark", "bareEvents")
              .with("stacks", stacks)
              .with("live", 0)
              .with("depth", 20)
              .onOneAndTwo());
    }
    cells.addAll(
        Cells.of("SitesBenchmark", "nettyPresence", "nothing")
            .with("level", "PARANOID")
            .with("live", 0)
            .with("depth", 20)
            .onOneAndTwo());
    cells.addAll(
        Cells.of("RegisterBenchmark", "rollcallInstance", "nettyPresence")
            .with("live", 0)
            .onOneAndTwo());
    cells.add(
        Cells.of("SitesBenchmark", "nettyRecords")
            .with("level", "SIMPLE")
            .with("live", 0)
            .with("depth", 20));
    for (boolean tracking : new boolean[] {false, true}) {
      cells.add(
          Cells.of("JettyBenchmark", "jetty")
              .with("tracking", tracking)
              .with("live", 0)
              .with("depth", 20));
    }
    for (String recording : List.of("EVENTS", "STACKS")) {
      cells.addAll(
          Cells.of("RetainBenchmark", "rollcallOwn", "bareOwn")
              .with("recording", recording)
              .onOneAndTwo());
    }
    for (String recording : List.of("NOTHING", "EVENTS", "STACKS")) {
      cells.add(
          Cells.of("TouchBenchmark", "rollcallCounted", "rollcallPlain", "bareEvent")
              .with("recording", recording));
    }
    cells.add(Cells.of("TouchBenchmark", "nettyRecord"));
  }

  private static void oneShots(List<Cells> cells) {
    for (String sites : List.of("NEVER", "ALWAYS")) {
      cells.add(check(sites));
      for (int live : new int[] {0, 1_000_000}) {
        cells.add(
            Cells.of("CheckpointBenchmark", "rollcall").with("live", live).with("sites", sites));
      }
    }
    cells.add(
        Cells.of("CheckBenchmark", "rollcall")
            .with("live", 1_000_000)
            .with("sites", "NEVER")
            .with("recording", "EVENTS"));
  }

  private static Cells check(String sites) {
    return Cells.of("CheckBenchmark", "rollcall")
        .with("live", 1_000_000)
        .with("sites", sites)
        .with("recording", "NOTHING");
  }

  /**
   * Each cell that has a target, and not for long: about 5 minutes. Two threads that meet in memory
   * take three times as long on a virtual machine at one time as at another, so those cells are
   * measured in three rounds.
   */
  static Plan quick() {
    List<Cells> cells = new ArrayList<>();
    register(cells);
    List<Cells> once = new ArrayList<>();
    once.add(Cells.of("OffBenchmark", "nothing", "rollcall", "rollcallSteps").allocating());
    once.add(Cells.of("ExtrasBenchmark", "plain", "expected", "othersExpected").with("live", 0));
    sites(once);
    recording(once, false);
    recording(once, true);
    once.addAll(
        Cells.of("RetainBenchmark", "rollcallOwn", "bareOwn")
            .with("recording", "NOTHING")
            .onOneAndTwo());
    for (String sites : List.of("NEVER", "ALWAYS")) {
      once.add(check(sites));
    }
    return new Plan(3, true, cells, once);
  }

  /** What is measured in a round, counted from 1. */
  List<Cells> round(int number) {
    return number == 1 ? Stream.concat(cells.stream(), once.stream()).toList() : cells;
  }

  /** How many forks there are in all. */
  int forks() {
    return rounds * forks(cells) + forks(once);
  }

  private static int forks(List<Cells> cells) {
    return cells.stream().mapToInt(cell -> cell.benchmarks().size()).sum();
  }
}
