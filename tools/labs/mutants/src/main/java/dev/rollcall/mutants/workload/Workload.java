package dev.rollcall.mutants.workload;

import dev.rollcall.LeakChecker;
import dev.rollcall.mutants.Coverage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;

/** Runs scenarios by name, or all; with {@code count} first, prints what each executed. */
public final class Workload {
  private Workload() {}

  /** Ends with an exception where a scenario failed otherwise than by a refusal it expects. */
  public static void main(String[] args) throws Exception {
    // What is refused is refused on purpose, and Netty would log it.
    LogManager.getLogManager().reset();
    boolean counting = args.length > 0 && args[0].equals("count");
    List<String> names = List.of(args).subList(counting ? 1 : 0, args.length);
    Map<String, Scenario> all = scenarios();
    try {
      run(names.isEmpty() ? all.keySet() : names, all, counting);
    } finally {
      System.out.println("refused\t" + Wire.refused());
      System.out.println("misused\t" + LeakChecker.global().statistics().misuses());
    }
  }

  private static void run(Collection<String> names, Map<String, Scenario> all, boolean counting)
      throws Exception {
    for (String name : names) {
      Scenario scenario = all.get(name);
      if (scenario == null) {
        throw new IllegalArgumentException("there is no scenario " + name);
      }
      long before = registered();
      scenario.run();
      if (counting) {
        System.out.println(name + "\tregistered\t" + (registered() - before));
        Coverage.take()
            .forEach((site, count) -> System.out.println(name + "\t" + site + "\t" + count));
      }
    }
  }

  private static long registered() {
    return LeakChecker.global().statistics().registered();
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.putAll(HttpTraffic.scenarios());
    all.putAll(FramingTraffic.scenarios());
    all.putAll(CompressionTraffic.scenarios());
    all.putAll(ProtocolTraffic.scenarios());
    all.putAll(HandlerTraffic.scenarios());
    all.putAll(ClientTraffic.scenarios());
    all.putAll(Http2Traffic.scenarios());
    all.putAll(Http2AdapterTraffic.scenarios());
    all.putAll(WebSocketTraffic.scenarios());
    all.putAll(EventLoopTraffic.scenarios());
    all.putAll(TlsTraffic.scenarios());
    all.putAll(GrpcTraffic.scenarios());
    all.putAll(LettuceTraffic.scenarios());
    all.putAll(ReactorTraffic.scenarios());
    all.putAll(SpringJdbcTraffic.scenarios());
    all.putAll(JooqTraffic.scenarios());
    all.putAll(MyBatisTraffic.scenarios());
    all.putAll(JdbiTraffic.scenarios());
    all.putAll(HibernateTraffic.scenarios());
    all.putAll(OwnJdbcTraffic.scenarios());
    return all;
  }
}
