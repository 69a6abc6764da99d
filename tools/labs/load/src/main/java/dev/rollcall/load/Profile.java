package dev.rollcall.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a server under load spends its CPU time: a table of shares, and a file of stacks. */
record Profile(Protocol protocol, Plan plan, Setup setup) {
  private static final int TOP = 40;
  private static final double PERCENT = 100;

  /**
   * Drives the server in a closed loop, as {@link Fleet} does, and samples it; leaves the stacks in
   * a file that flame graphs are made of.
   */
  String text() throws IOException, InterruptedException, LeakException {
    Variant variant = plan.variants().get(0);
    Path file = setup.directory().resolve(protocol.word() + "-" + variant.word() + ".folded");
    long answers;
    Cost cost;
    try (ClientProcess client = new ClientProcess(protocol, setup);
        ServerProcess server = new ServerProcess(protocol, variant, setup)) {
      server.warm(client, plan);
      server.confine(setup.cores());
      server.startProfile();
      Cost before = server.cost();
      answers = server.drive(client, plan.seconds(), 0).answers();
      cost = server.cost().minus(before);
      server.writeProfile(file);
      server.endClean();
      if (variant.isRecorded()) {
        plan.recordings().look(server.recording);
      }
    }
    double microsPerRequest = cost.cpuNanos() / 1e3 / answers;
    return text(variant, microsPerRequest, FoldedStacks.read(file)) + "Stacks: " + file + "\n";
  }

  private String text(Variant variant, double microsPerRequest, FoldedStacks stacks) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s, %s: %.1f µs CPU a request while it was profiled, %,d samples%n%n",
            protocol.label,
            variant.label,
            microsPerRequest,
            stacks.samples()));
    table(text, "what", microsPerRequest, stacks, stacks.byOwner());
    table(text, "method itself", microsPerRequest, stacks, stacks.bySelf());
    return text.toString();
  }

  private static void table(
      StringBuilder text,
      String head,
      double microsPerRequest,
      FoldedStacks stacks,
      List<Map.Entry<String, Long>> counts) {
    text.append("| % | µs/request | ").append(head).append(" |\n| ---: | ---: | --- |\n");
    for (Map.Entry<String, Long> each : counts.subList(0, Math.min(TOP, counts.size()))) {
      double share = (double) each.getValue() / stacks.samples();
      text.append(
          String.format(
              Locale.ROOT,
              "| %.1f | %.2f | %s |%n",
              share * PERCENT,
              share * microsPerRequest,
              each.getKey()));
    }
    text.append('\n');
  }
}
