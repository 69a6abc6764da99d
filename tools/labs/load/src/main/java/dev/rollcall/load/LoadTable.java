package dev.rollcall.load;

import io.grpc.netty.NettyServerBuilder;
import io.netty.util.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What was measured, in Markdown. */
final class LoadTable {
  private static final Path CPUS = Path.of("/proc/cpuinfo");
  private static final double MICRO = 1_000;

  private final Plan plan;
  private final Cores cores;
  private final Map<Protocol, Results> results;
  private final StringBuilder text = new StringBuilder();

  LoadTable(Plan plan, Cores cores, Map<Protocol, Results> results) {
    this.plan = plan;
    this.cores = cores;
    this.results = results;
  }

  String text() throws IOException {
    line(
        "`tools/load` on %s, %d cores of %s, %s; JDK %s, Netty %s, gRPC %s; %d rounds of %s s in a"
            + " closed loop of 16 connections (throughput, CPU) and of %s s at a fixed rate of half"
            + " of what the slowest variant can (latency, counted from when a request was due)."
            + " Recordings with the settings files as they are and JFR's defaults, but for"
            + " `maxsize=0` and `memorysize=100m`, so that nothing is lost. Ratios of the rounds' medians to those of *nothing*, with the range of the rounds'"
            + " ratios.",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        cpu(),
        cores.words(),
        System.getProperty("java.version"),
        Objects.requireNonNull(Version.identify().get("netty-buffer")).artifactVersion(),
        NettyServerBuilder.class.getPackage().getImplementationVersion(),
        plan.rounds(),
        plan.seconds(),
        plan.secondsAtRate());
    results.forEach(this::protocol);
    targets();
    return text.toString();
  }

  private static String cpu() throws IOException {
    if (!Files.exists(CPUS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPUS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private void protocol(Protocol protocol, Results of) {
    line("");
    line("| %s | throughput | CPU/request | p50 | p99 | recording |", protocol.label);
    line("| --- | ---: | ---: | ---: | ---: | ---: |");
    line(
        "| nothing | %,.0f/s | %.1f µs | %.0f µs | %.0f µs | |",
        of.absolute(Variant.NOTHING, Measured::perSecond).median(),
        of.absolute(Variant.NOTHING, Measured::cpuNanos).median() / MICRO,
        of.absolute(Variant.NOTHING, Measured::p50).median() / MICRO,
        of.absolute(Variant.NOTHING, Measured::p99).median() / MICRO);
    for (Variant variant : plan.variants()) {
      if (variant != Variant.NOTHING) {
        line(
            "| %s | %s | %s |",
            variant.label, ratios(of, variant, Variant.NOTHING), recorded(of, variant));
      }
    }
    line("");
    line(
        "Fixed rate: %.0f/s. While throughput was measured, compilers were at work for at most"
            + " %.0f %% of the time.",
        Spread.of(of.rounds().stream().map(round -> (double) round.rate()).toList()).median(),
        of.compiling() * 100);
  }

  /** Each target, reached or missed. */
  private void targets() {
    if (Target.ALL.stream()
        .noneMatch(
            target -> results.keySet().stream().anyMatch(each -> target.appliesTo(each, plan)))) {
      return;
    }
    line("");
    line("| target | servers | CPU/request | against | ratio | at most | |");
    line("| --- | --- | ---: | ---: | ---: | ---: | --- |");
    for (Target target : Target.ALL) {
      results.forEach(
          (protocol, of) -> {
            if (target.appliesTo(protocol, plan)) {
              target(target, protocol, of);
            }
          });
    }
  }

  private void target(Target target, Protocol protocol, Results of) {
    Spread ratio = of.ratio(target.ours(), target.theirs(), Measured::cpuNanos);
    line(
        "| %s | %s | %.1f µs | %s %.1f µs | %s | %s | %s |",
        target.what(),
        protocol.label,
        of.absolute(target.ours(), Measured::cpuNanos).median() / MICRO,
        target.theirs().label,
        of.absolute(target.theirs(), Measured::cpuNanos).median() / MICRO,
        ratio,
        target.atMost(),
        target.result(ratio.median()));
  }

  private static String ratios(Results of, Variant one, Variant other) {
    return String.join(
        " | ",
        of.ratio(one, other, Measured::perSecond).toString(),
        of.ratio(one, other, Measured::cpuNanos).toString(),
        of.ratio(one, other, Measured::p50).toString(),
        of.ratio(one, other, Measured::p99).toString());
  }

  private static String recorded(Results of, Variant variant) {
    Double bytes = of.recordedBytes().get(variant);
    return bytes == null ? "" : String.format(Locale.ROOT, "%,.0f B", bytes);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
