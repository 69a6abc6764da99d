package dev.rollcall.bench.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Benchmarks that are compared, so that they run one right after the other: same parameters, same
 * threads.
 *
 * @param benchmarks names, with the class and without its package
 */
record Cells(
    List<String> benchmarks, Map<String, String> parameters, int threads, boolean allocation) {

  /** Benchmarks of one class on one thread. */
  static Cells of(String benchmarkClass, String... methods) {
    return new Cells(
        Arrays.stream(methods).map(method -> benchmarkClass + "." + method).toList(),
        Map.of(),
        1,
        false);
  }

  /** The same with a parameter. */
  Cells with(String parameter, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, String.valueOf(value));
    return new Cells(benchmarks, more, threads, allocation);
  }

  /** The same on this many threads. */
  Cells on(int number) {
    return new Cells(benchmarks, parameters, number, allocation);
  }

  /** The same on one thread and on two. */
  List<Cells> onOneAndTwo() {
    return List.of(on(1), on(2));
  }

  /** The same with the allocation rate. */
  Cells allocating() {
    return new Cells(benchmarks, parameters, threads, true);
  }

  /** What JMH is told. */
  ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options = new OptionsBuilder().threads(threads).shouldFailOnError(true);
    benchmarks.forEach(name -> options.include("\\." + name.replace(".", "\\.") + "$"));
    parameters.forEach(options::param);
    if (allocation) {
      options.addProfiler(GCProfiler.class);
    }
    return options;
  }

  /** Every benchmark once, as short as possible, to see that it works. */
  static Options smoke() {
    return new OptionsBuilder()
        .include("dev\\.rollcall\\.bench\\.")
        .shouldFailOnError(true)
        .forks(1)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(10))
        .param("live", "1000")
        .param("depth", "60")
        .param("stacks", "true")
        .param("sites", "ALWAYS")
        .param("recording", "STACKS")
        .param("level", "PARANOID")
        .param("tracking", "true")
        .build();
  }
}
