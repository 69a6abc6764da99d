package dev.rollcall.bench.peer;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A checker with a number of live resources, and the default limit of sites. */
@State(Scope.Benchmark)
public class LiveSet {
  /** How many; none for comparison. */
  @Param({"0", "1000000"})
  public int live;

  /** Whether they have sites. */
  @Param({"NEVER", "ALWAYS"})
  public SiteMode sites = SiteMode.NEVER;

  private Resource[] resources = {};
  private LeakChecker checker = LeakChecker.builder().mode(LeakMode.OFF).build();

  /** The checker. */
  public LeakChecker checker() {
    return checker;
  }

  /** Registers them. */
  @Setup
  public void register() {
    checker = LeakChecker.builder().mode(LeakMode.WARN).sites(sites).build();
    resources = new Resource[live];
    for (int i = 0; i < live; i++) {
      resources[i] = new Resource(i);
      checker.register(resources[i]);
    }
    System.gc();
  }

  /** Unregisters them, and lets the checker go. */
  @TearDown
  public void unregister() {
    for (Resource resource : resources) {
      checker.unregister(resource);
    }
    resources = new Resource[0];
    checker.finalCheck();
  }
}
