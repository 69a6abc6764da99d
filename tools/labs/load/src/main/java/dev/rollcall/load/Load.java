package dev.rollcall.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures all servers and prints a table: {@code Load DIRECTORY ROUNDS SECONDS}, or {@code Load
 * DIRECTORY short}. Status 1: a detector found a leak where there is none, or missed one; 2:
 * something failed.
 */
public final class Load {
  private final Plan plan;
  private final Setup setup;

  private Load(Plan plan, Setup setup) {
    this.plan = plan;
    this.setup = setup;
  }

  /** See {@link Load}. */
  public static void main(String[] args) throws InterruptedException {
    Path directory = Path.of(args[0]);
    boolean trying = args[1].equals("short");
    Plan plan =
        trying ? Plan.brief() : Plan.full(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Setup setup = trying ? Setup.forTrying(directory) : Setup.forMeasuring(directory);
    try {
      Files.createDirectories(directory);
      new Load(plan, setup).run();
    } catch (LeakException e) {
      System.err.println("load: " + e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.err.println("load: " + e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws IOException, InterruptedException, LeakException {
    Map<Protocol, Results> results = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Protocol.values()) {
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
}
