package dev.rollcall.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The servers of one protocol, one for each variant. All stay alive, and idle while they are not
 * driven, so that the variants of a round are measured within a short time of each other.
 */
final class Fleet implements AutoCloseable {
  private static final double MILLIS = 1_000;

  private final Plan plan;
  private final ClientProcess client;
  private final Map<Variant, ServerProcess> servers = new EnumMap<>(Variant.class);

  Fleet(Protocol protocol, Plan plan, Setup setup) throws IOException, InterruptedException {
    this.plan = plan;
    this.client = new ClientProcess(protocol, setup);
    try {
      for (Variant variant : plan.variants()) {
        ServerProcess server = new ServerProcess(protocol, variant, setup);
        servers.put(variant, server);
        server.warm(client, plan);
        server.confine(setup.cores());
      }
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private record Free(ServerProcess server, Seen seen, Cost cost) {}

  /** Measures each variant once, in an order that depends on the round. */
  Round measure(int number) throws IOException {
    List<ServerProcess> order = new ArrayList<>(servers.values());
    Collections.shuffle(order, new Random(number));
    List<Free> all = new ArrayList<>();
    for (ServerProcess server : order) {
      Cost before = server.cost();
      Seen seen = server.drive(client, plan.seconds(), 0);
      all.add(new Free(server, seen, server.cost().minus(before)));
    }
    double slowest = all.stream().mapToDouble(free -> free.seen.perSecond()).min().orElseThrow();
    long rate = Math.max(1, Math.round(slowest / 2));
    Map<Variant, Measured> measured = new EnumMap<>(Variant.class);
    for (Free free : all) {
      Seen atRate = free.server.drive(client, plan.secondsAtRate(), rate);
      measured.put(free.server.variant, measured(free, atRate));
    }
    return new Round(rate, measured);
  }

  private Measured measured(Free free, Seen atRate) {
    return new Measured(
        free.seen.perSecond(),
        (double) free.cost.cpuNanos() / free.seen.answers(),
        free.cost.compilationMillis() / (plan.seconds() * MILLIS),
        atRate.p50(),
        atRate.p99());
  }

  /**
   * Ends all servers.
   *
   * @return bytes of recording per request, of the variants that record
   * @throws LeakException if one reports a leak
   */
  Map<Variant, Double> end() throws IOException, InterruptedException, LeakException {
    Map<Variant, Double> bytes = new EnumMap<>(Variant.class);
    for (ServerProcess server : servers.values()) {
      server.endClean();
      if (server.variant.isRecorded()) {
        bytes.put(server.variant, server.recordedBytes());
        plan.recordings().look(server.recording);
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    servers.values().forEach(ServerProcess::close);
    client.close();
  }
}
