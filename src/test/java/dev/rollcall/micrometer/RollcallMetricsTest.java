package dev.rollcall.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.LeakStatistics;
import dev.rollcall.testing.Recorded;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RollcallMetricsTest {
  private static final String LIVE = "rollcall.resources.live";

  private static final List<String> COUNTS =
      List.of(
          LIVE,
          "rollcall.resources.registered",
          "rollcall.resources.released",
          "rollcall.resources.misused");

  private final LeakChecker checker = LeakChecker.builder().build();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final RollcallMetrics metrics = new RollcallMetrics(checker, Tags.empty());

  @AfterEach
  void close() {
    metrics.close();
    registry.close();
  }

  private double live(String type) {
    return registry.get(LIVE).tag("type", type).gauge().value();
  }

  private double count(String name, String type) {
    return registry.get("rollcall.resources." + name).tag("type", type).functionCounter().count();
  }

  private double gauge(String name, String type) {
    return registry.get("rollcall.resources." + name).tag("type", type).gauge().value();
  }

  /** As a registry that publishes reads them: what is counted, once all has been read. */
  private static double sum(List<Meter> meters) {
    meters.forEach(meter -> meter.measure().forEach(Measurement::getValue));
    return meters.stream()
        .filter(meter -> COUNTS.contains(meter.getId().getName()))
        .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
        .mapToDouble(Measurement::getValue)
        .sum();
  }

  @Test
  void countsByType() {
    Object live = new Object();
    Object released = new Object();
    checker.register(live);
    checker.register(released);
    checker.unregister(released);
    checker.unregister(released);
    metrics.bindTo(registry);

    assertThat(live("java.lang.Object")).isEqualTo(1);
    assertThat(count("registered", "java.lang.Object")).isEqualTo(2);
    assertThat(count("released", "java.lang.Object")).isEqualTo(1);
    assertThat(count("misused", "java.lang.Object")).isEqualTo(1);
    checker.unregister(live);
    assertThat(live("java.lang.Object")).isZero();
  }

  /** So that who records with a budget of lives sees how many it leaves out. */
  @Test
  void whatIsNotFollowedIsCounted() throws Exception {
    Object before = new Object();
    checker.register(before);
    metrics.bindTo(registry);
    assertThat(count("unfollowed", "java.lang.Object")).isZero();
    List<Object> held = new ArrayList<>();
    Recorded recorded =
        Recorded.during(
            recording -> recording.enable("rollcall.Register").with("lives", "10/s"),
            () -> {
              for (int i = 0; i < 1_000; i++) {
                held.add(new Object());
                checker.register(held.get(i));
              }
            });

    long followed = recorded.all("rollcall.Register", checker.check().checkerId()).size();
    assertThat(count("registered", "java.lang.Object")).isEqualTo(1_001);
    assertThat(count("unfollowed", "java.lang.Object"))
        .isPositive()
        .isEqualTo((double) (1_000 - followed));
  }

  @Test
  void theOldestTheGrowthAndTheOverdueAreGauges() {
    Object live = new Object();
    checker.register(live);
    metrics.bindTo(registry);

    assertThat(gauge("oldest", "java.lang.Object")).isBetween(0.0, 60.0);
    assertThat(registry.get("rollcall.resources.oldest").gauge().getId().getBaseUnit())
        .isEqualTo("seconds");
    assertThat(gauge("growth", "java.lang.Object")).isNaN(); // too early
    assertThat(gauge("overdue", "java.lang.Object")).isZero();
    checker.unregister(live);
    assertThat(gauge("oldest", "java.lang.Object")).isNaN();
  }

  @Test
  void aTypeThatAppearsLaterHasMetersFromTheNextReadingOn() {
    metrics.bindTo(registry);
    List<Object> late = new ArrayList<>();
    checker.register(late);
    assertThat(registry.find(LIVE).tag("type", "java.util.ArrayList").gauge()).isNull();

    assertThat(sum(registry.getMeters())).isZero();

    assertThat(live("java.util.ArrayList")).isEqualTo(1);
    assertThat(count("registered", "java.util.ArrayList")).isEqualTo(1);
    checker.unregister(late);
  }

  /** Whoever reads may hold what the registry needs to add a meter. */
  @Test
  void aReaderDoesNotWaitForMetersThatAreMade() {
    metrics.bindTo(registry);
    Gauge known = registry.get(LIVE).gauge();
    List<Double> read = new ArrayList<>();
    registry
        .config()
        .onMeterAdded(
            added ->
                read.add(
                    CompletableFuture.supplyAsync(known::value)
                        .completeOnTimeout(Double.NaN, 10, TimeUnit.SECONDS)
                        .join()));
    checker.register(new Object());

    assertThat(sum(registry.getMeters())).isZero();

    assertThat(read).hasSize(8).containsOnly(0.0);
  }

  @Test
  void typesAreBounded() {
    metrics.bindTo(registry);
    List<Object> arrays = new ArrayList<>();
    for (int dimensions = 1; dimensions <= LeakStatistics.MAX_TYPES + 7; dimensions++) {
      arrays.add(Array.newInstance(int.class, new int[dimensions]));
    }
    arrays.forEach(checker::register);

    assertThat(sum(registry.getMeters())).isLessThanOrEqualTo(2 * 7); // the others are known
    // Of each, and of all others together: live and registered.
    assertThat(sum(registry.getMeters())).isEqualTo(2 * arrays.size());

    assertThat(registry.find(LIVE).gauges()).hasSize(LeakStatistics.MAX_TYPES + 1);
    assertThat(live("int[]")).isEqualTo(1);
    assertThat(live(LeakStatistics.OTHER)).isEqualTo(7);
    assertThat(count("registered", LeakStatistics.OTHER)).isEqualTo(7);
  }

  /** A description or a fingerprint would make a meter of each resource or bug. */
  @Test
  void theTypeIsTheOnlyTagBesideThoseGiven() {
    checker.register(new Object(), "a description");
    new RollcallMetrics(checker, Tags.of("region", "north")).bindTo(registry);

    assertThat(registry.getMeters())
        .isNotEmpty()
        .allSatisfy(
            meter ->
                assertThat(meter.getId().getTags())
                    .extracting(Tag::getKey)
                    .containsExactly("region", "type"));
    assertThat(registry.getMeters())
        .flatExtracting(meter -> meter.getId().getTags())
        .extracting(Tag::getValue)
        .containsOnly("north", "java.lang.Object", LeakStatistics.OTHER);
  }

  @Test
  void closingRemovesTheMetersForGood() {
    checker.register(new Object());
    metrics.bindTo(registry);
    List<Meter> before = registry.getMeters();
    assertThat(before).hasSize(16);

    metrics.close();
    metrics.close();
    assertThat(sum(before)).isEqualTo(2);

    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void oneOfSeveralRegistriesIsLikeTheOther() {
    MeterRegistry second = new SimpleMeterRegistry();
    metrics.bindTo(registry);
    metrics.bindTo(second);
    assertThat(second.getMeters()).hasSameSizeAs(registry.getMeters()).isNotEmpty();

    metrics.close();
    assertThat(registry.getMeters()).isEmpty();
    assertThat(second.getMeters()).isEmpty();
    second.close();
  }

  @Test
  void offHasNoMeters() {
    new RollcallMetrics(LeakChecker.builder().mode(LeakMode.OFF).build(), Tags.empty())
        .bindTo(registry);

    assertThat(registry.getMeters()).isEmpty();
  }
}
