package dev.rollcall.bench.table;

import dev.rollcall.bench.table.Claim.Kind;
import dev.rollcall.bench.table.Claim.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Rollcall promises about its cost, and with whom it is compared. */
final class Claims {
  private static final String NETTY = "Netty PARANOID";
  private static final Map<String, String> PARANOID = Map.of("level", "PARANOID");
  private static final Map<String, String> QUIET = Map.of("recording", "NOTHING");

  private Claims() {}

  static List<Claim> all() {
    List<Claim> claims = new ArrayList<>();
    off(claims);
    register(claims);
    extras(claims);
    sites(claims);
    recording(claims, false);
    recording(claims, true);
    history(claims);
    counting(claims);
    touch(claims);
    oneShots(claims);
    return claims;
  }

  private static void off(List<Claim> claims) {
    Side nothing = Side.of("OffBenchmark.nothing");
    Side off = Side.of("OffBenchmark.rollcall");
    claims.add(Claim.difference("off: register+unregister", off, "no call", nothing).atMost(1));
    claims.add(
        Claim.difference(
                "off: retained+touch+released",
                Side.of("OffBenchmark.rollcallSteps"),
                "no call",
                nothing)
            .atMost(1));
    // One object would be 16 B; the profiler itself adds a little.
    claims.add(Claim.value("off: allocates", Kind.ALLOCATION, off).atMost(1));
  }

  private static void register(List<Claim> claims) {
    String text = "warn, no sites: register+unregister";
    Side ours = Side.of("RegisterBenchmark.rollcall");
    claims.add(
        Claim.ratio(text, ours, "bare map", Side.of("RegisterBenchmark.bareMap")).atMost(1.3));
    claims.add(
        Claim.ratio(text, ours, "locked IdentityHashMap", Side.of("RegisterBenchmark.lockedMap")));
    claims.add(
        Claim.ratio(
            text,
            ours,
            "Netty presence (counts only)",
            Side.of("RegisterBenchmark.nettyPresence")));
    claims.add(
        Claim.ratio(
            "the same, a checker from the builder",
            Side.of("RegisterBenchmark.rollcallInstance"),
            "bare map",
            Side.of("RegisterBenchmark.bareMap")));
    claims.add(Claim.scaling(text + ", throughput", ours).atLeast(1.8));
    claims.add(Claim.scaling("(bare map, throughput)", Side.of("RegisterBenchmark.bareMap")));
  }

  /** What a life costs more than one of which nothing but the count is asked for. */
  private static void extras(List<Claim> claims) {
    Side plain = Side.of("ExtrasBenchmark.plain");
    claims.add(
        Claim.difference(
                "warn, rollcall.expect of this type: register+unregister",
                Side.of("ExtrasBenchmark.expected"),
                "no rollcall.expect",
                plain)
            .atMost(15));
    claims.add(
        Claim.difference(
                "warn, rollcall.expect of other types: register+unregister",
                Side.of("ExtrasBenchmark.othersExpected"),
                "no rollcall.expect",
                plain)
            .atMost(15));
    claims.add(
        Claim.difference(
            "warn, with bytes: register+unregister",
            Side.of("ExtrasBenchmark.sized"),
            "without",
            plain));
    claims.add(
        Claim.difference(
            "warn, with labels: register+unregister",
            Side.of("ExtrasBenchmark.labelled"),
            "without",
            plain));
    Map<String, String> noStacks = Map.of("stacks", "false");
    claims.add(
        Claim.difference(
            "recorded without stacks, with bytes: register+unregister",
            Side.of("RecordingBenchmark.rollcallSized", noStacks),
            "without",
            Side.of("RecordingBenchmark.rollcall", noStacks)));
  }

  private static void sites(List<Claim> claims) {
    String text = "warn, sites: register+unregister";
    Side ours = Side.of("SitesBenchmark.rollcall");
    claims.add(
        Claim.ratio(
                text, ours, "new Throwable() + bare map", Side.of("SitesBenchmark.throwableMap"))
            .atMost(1.15));
    claims.add(
        Claim.ratio(text, ours, NETTY + " track+close", Side.of("SitesBenchmark.netty", PARANOID))
            .atMost(1));
    claims.add(
        Claim.ratio(
            text,
            ours,
            NETTY + " track+record+close",
            Side.of("SitesBenchmark.nettyRecords", PARANOID)));
    claims.add(
        Claim.ratio(
            text,
            ours,
            "Netty SIMPLE (1 in 128) track+record+close",
            Side.of("SitesBenchmark.nettyRecords", Map.of("level", "SIMPLE"))));
    claims.add(
        Claim.ratio(
            text, ours, "Netty presence with stacks", Side.of("SitesBenchmark.nettyPresence")));
    claims.add(
        Claim.ratio(
            text,
            ours,
            "Jetty's tracking above its pool",
            Side.of("JettyBenchmark.jetty", Map.of("tracking", "true"))
                .less("JettyBenchmark.jetty", Map.of("tracking", "false"))));
    claims.add(Claim.scaling(text + ", throughput", ours).atLeast(1.8));
    claims.add(
        Claim.scaling(
            "(new Throwable() + bare map, throughput)", Side.of("SitesBenchmark.throwableMap")));
    claims.add(
        Claim.value(
            "(in each of these: recursion and a fresh object)",
            Kind.VALUE,
            Side.of("SitesBenchmark.nothing")));
  }

  private static void recording(List<Claim> claims, boolean stacks) {
    Map<String, String> fixed = Map.of("stacks", String.valueOf(stacks));
    String text =
        "recorded " + (stacks ? "with" : "without") + " stacks, no sites: register+unregister";
    Side ours = Side.of("RecordingBenchmark.rollcall", fixed);
    claims.add(
        Claim.ratio(
                text,
                ours,
                "two bare events + bare map",
                Side.of("RecordingBenchmark.bareEventsAndMap", fixed))
            .atMost(1.25));
    claims.add(
        Claim.ratio(
            text, ours, "two bare events", Side.of("RecordingBenchmark.bareEvents", fixed)));
    claims.add(Claim.scaling(text + ", throughput", ours).atLeast(1.8));
    claims.add(
        Claim.scaling(
            "(two bare events + bare map, throughput)",
            Side.of("RecordingBenchmark.bareEventsAndMap", fixed)));
  }

  private static void history(List<Claim> claims) {
    claims.add(
        Claim.ratio(
                "recorded with stacks: register+touch+unregister",
                Side.of("RecordingBenchmark.rollcallHistory", Map.of("stacks", "true")),
                NETTY + " track+record+close",
                Side.of("SitesBenchmark.nettyRecords", PARANOID))
            .atMost(1));
  }

  private static void counting(List<Claim> claims) {
    Side own = Side.of("RetainBenchmark.rollcallOwn", QUIET);
    claims.add(
        Claim.ratio(
                "retain+release, each thread its own",
                own,
                "two bare getAndAdd",
                Side.of("RetainBenchmark.bareOwn", QUIET))
            .atMost(1.2));
    claims.add(
        Claim.ratio(
            "retain+release, one for all threads",
            Side.of("RetainBenchmark.rollcallShared", QUIET),
            "two bare getAndAdd",
            Side.of("RetainBenchmark.bareShared", QUIET)));
    for (String recording : List.of("EVENTS", "STACKS")) {
      Map<String, String> fixed = Map.of("recording", recording);
      claims.add(
          Claim.ratio(
              "retain+release, recorded "
                  + (recording.equals("STACKS") ? "with stacks" : "without stacks"),
              Side.of("RetainBenchmark.rollcallOwn", fixed),
              "two bare getAndAdd + two bare events",
              Side.of("RetainBenchmark.bareOwn", fixed)));
    }
    claims.add(Claim.scaling("retain+release, each its own, throughput", own).atLeast(1.8));
    claims.add(
        Claim.scaling(
            "(two bare getAndAdd, each its own, throughput: what the machine gives)",
            Side.of("RetainBenchmark.bareOwn", QUIET)));
  }

  private static void touch(List<Claim> claims) {
    for (String recording : List.of("NOTHING", "EVENTS", "STACKS")) {
      Map<String, String> fixed = Map.of("recording", recording);
      String how =
          switch (recording) {
            case "NOTHING" -> "not recorded";
            case "EVENTS" -> "recorded without stacks";
            default -> "recorded with stacks";
          };
      String peer = recording.equals("NOTHING") ? "no call" : "getAndAdd + bare event";
      for (String method : List.of("rollcallCounted", "rollcallPlain")) {
        Side ours = Side.of("TouchBenchmark." + method, fixed);
        String text =
            "touch of " + (method.equals("rollcallPlain") ? "any object, " : "RefCounted, ") + how;
        Side bare = Side.of("TouchBenchmark.bareEvent", fixed);
        claims.add(
            recording.equals("NOTHING")
                ? Claim.difference(text, ours, peer, bare)
                : Claim.ratio(text, ours, peer, bare));
      }
    }
    claims.add(
        Claim.ratio(
            "touch of RefCounted, recorded with stacks",
            Side.of("TouchBenchmark.rollcallCounted", Map.of("recording", "STACKS")),
            NETTY + " record",
            Side.of("TouchBenchmark.nettyRecord")));
  }

  private static void oneShots(List<Claim> claims) {
    for (String sites : List.of("NEVER", "ALWAYS")) {
      String how = sites.equals("NEVER") ? "no sites" : "sites";
      for (String recording : List.of("NOTHING", "EVENTS")) {
        Side check =
            Side.of(
                "CheckBenchmark.rollcall",
                Map.of("live", "1000000", "sites", sites, "recording", recording));
        Claim claim =
            Claim.value(
                "check, " + how + (recording.equals("EVENTS") ? ", an event each" : ""),
                Kind.VALUE,
                check);
        claims.add(recording.equals("NOTHING") ? claim.atMost(1000) : claim);
      }
      claims.add(
          Claim.value(
              "checkpoints of one dump, " + how + ", ms above nothing live",
              Kind.VALUE,
              Side.of("CheckpointBenchmark.rollcall", Map.of("live", "1000000", "sites", sites))
                  .less("CheckpointBenchmark.rollcall", Map.of("live", "0", "sites", sites))));
    }
  }
}
