package dev.rollcall.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures servers and prints tables, or profiles one: {@code Load DIRECTORY short}, {@code Load
 * DIRECTORY measure ROUNDS SECONDS PROTOCOLS VARIANTS}, {@code Load DIRECTORY profile SECONDS
 * PROTOCOLS VARIANT}, where {@code all} stands for all protocols and variants. Status 1: a detector
 * found a leak where there is none, or missed one; 2: something failed.
 */
public final class Load {
  private static final String ALL = "all";
  private static final String LIST = ",";
  private static final int SECONDS = 60;

  private final Plan plan;
  private final Setup setup;

  private Load(Plan plan, Setup setup) {
    this.plan = plan;
    this.setup = setup;
  }

  /** See {@link Load}. */
  public static void main(String[] args) throws InterruptedException {
    Path directory = Path.of(args[0]);
    try {
      Files.createDirectories(directory);
      switch (args[1]) {
        case "short" -> new Load(Plan.brief(), Setup.forTrying(directory)).measure();
        case "measure" -> {
          int rounds = Integer.parseInt(args[2]);
          int seconds = Integer.parseInt(args[3]);
          Plan plan = Plan.full(protocols(args[4]), variants(args[5]), rounds, seconds);
          new Load(plan, Setup.forMeasuring(directory)).measure();
        }
        case "profile" -> {
          Plan plan =
              Plan.full(
                  protocols(args[3]), List.of(Variant.of(args[4])), 1, Integer.parseInt(args[2]));
          new Load(plan, Setup.forMeasuring(directory)).profile();
        }
        default -> throw new IllegalArgumentException(args[1]);
      }
    } catch (LeakException e) {
      System.err.println("load: " + e.getMessage());
      System.exit(1);
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("load: " + e.getMessage());
      System.exit(2);
    }
  }

  private static List<Protocol> protocols(String words) {
    return words.equals(ALL)
        ? List.of(Protocol.values())
        : Arrays.stream(words.split(LIST, -1)).map(Protocol::of).distinct().toList();
  }

  /** Those that were asked for, and what all are compared with. */
  private static List<Variant> variants(String words) {
    if (words.equals(ALL)) {
      return Variant.ofWholeRun();
    }
    List<Variant> asked = Arrays.stream(words.split(LIST, -1)).map(Variant::of).toList();
    return Arrays.stream(Variant.values())
        .filter(each -> each == Variant.NOTHING || asked.contains(each))
        .toList();
  }

  private void measure() throws IOException, InterruptedException, LeakException {
    Progress.say(
        "%d servers, rounds: %d, about %.0f minutes",
        plan.servers(), plan.rounds(), Math.ceil(plan.expectedSeconds() / SECONDS));
    Map<Protocol, Results> results = new EnumMap<>(Protocol.class);
    for (Protocol protocol : plan.protocols()) {
      if (plan.isBrief()) {
        new SeededLeak(protocol, setup).expectFound();
      }
      results.put(protocol, measure(protocol));
    }
    System.out.print(new LoadTable(plan, setup.cores(), results).text());
  }

  private Results measure(Protocol protocol)
      throws IOException, InterruptedException, LeakException {
    Progress.say("%s: starting %d servers", protocol.label, plan.variants().size());
    try (Fleet fleet = new Fleet(protocol, plan, setup)) {
      List<Round> rounds = new ArrayList<>();
      for (int round = 1; round <= plan.rounds(); round++) {
        Progress.say("%s: round %d of %d", protocol.label, round, plan.rounds());
        rounds.add(fleet.measure(round));
      }
      return new Results(rounds, fleet.end());
    }
  }

  private void profile() throws IOException, InterruptedException, LeakException {
    for (Protocol protocol : plan.protocols()) {
      System.out.print(new Profile(protocol, plan, setup).text());
    }
  }
}
