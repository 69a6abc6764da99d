package dev.rollcall.agents.ways.program;

import java.util.List;
import java.util.stream.Stream;

/** Every way there is. */
public final class WayList {
  private WayList() {}

  /** In the order of the table. */
  public static List<Way> all() {
    return Stream.of(
            FileWays.ways(),
            ChannelWays.ways(),
            ZipWays.ways(),
            SocketWays.ways(),
            NetworkWays.ways(),
            ThreadWays.ways(),
            DatabaseWays.ways(),
            OddWays.ways())
        .flatMap(List::stream)
        .map(Way.Builder::build)
        .toList();
  }
}
