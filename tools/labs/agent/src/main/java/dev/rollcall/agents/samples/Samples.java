package dev.rollcall.agents.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the samples on each JDK; tools/agent samples starts it. */
public final class Samples {
  private Samples() {}

  /** The extent, which makes no difference; the agent's jar; the homes of JDKs. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path agent = Path.of(arguments[1]).toAbsolutePath();
    int failures = 0;
    for (String home : Arrays.asList(arguments).subList(2, arguments.length)) {
      failures += runOn(Lab.of(Path.of(home), agent));
    }
    System.exit(failures == 0 ? 0 : 1);
  }

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    samples.add(new ClassPath());
    samples.add(new Modules());
    samples.add(new OwnLoader());
    samples.add(new Osgi());
    samples.add(new FatJar());
    samples.add(new Attached());
    samples.addAll(BesideOpenTelemetry.both());
    samples.addAll(BesideMockito.all());
    samples.addAll(SharedClasses.all());
    samples.add(new ManyThreads());
    return samples;
  }

  private static int runOn(Lab lab) throws IOException, InterruptedException {
    System.out.println("JDK " + lab.version());
    int failures = 0;
    for (Sample sample : samples()) {
      if (lab.feature() < sample.since()) {
        continue;
      }
      try {
        sample.run(lab.in(sample.name()));
        System.out.println("  ok    " + sample.name());
      } catch (Broken broken) {
        failures++;
        System.out.println("  FAIL  " + sample.name() + ": " + broken.getMessage());
      }
    }
    return failures;
  }
}
