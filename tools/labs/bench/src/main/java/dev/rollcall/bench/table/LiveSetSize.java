package dev.rollcall.bench.table;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.bench.peer.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.GraphStats;

/**
 * Measures the heap that a live resource takes beyond itself, without sites: {@code LiveSetSize
 * FILE NUMBER...}. All that the checker reaches with that many resources, less what it reaches with
 * none and less the resources, which it reaches too: so nothing of how the checker keeps them is
 * assumed.
 */
public final class LiveSetSize {
  private LiveSetSize() {}

  /** See {@link LiveSetSize}. */
  public static void main(String[] args) throws IOException {
    Map<String, Double> sizes = new LinkedHashMap<>();
    for (int i = 1; i < args.length; i++) {
      int live = Integer.parseInt(args[i]);
      sizes.put(args[i], bytesEach(live));
    }
    Json.write(Path.of(args[0]), sizes);
  }

  private static double bytesEach(int live) {
    LeakChecker checker = LeakChecker.builder().mode(LeakMode.WARN).sites(SiteMode.NEVER).build();
    Resource first = new Resource(0);
    checker.register(first);
    checker.unregister(first);
    long empty = GraphStats.parseInstance(checker).totalSize();
    Resource[] resources = new Resource[live];
    for (int i = 0; i < live; i++) {
      resources[i] = new Resource(i);
      checker.register(resources[i]);
    }
    GraphStats full = GraphStats.parseInstance(checker);
    long own = live * ClassLayout.parseInstance(first).instanceSize();
    double each = (double) (full.totalSize() - empty - own) / live;
    for (Resource resource : resources) {
      checker.unregister(resource);
    }
    checker.finalCheck();
    return each;
  }
}
