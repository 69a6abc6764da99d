package dev.rollcall.bench.peer;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One way to keep track of resources. It starts with {@link #live} of them, old and strongly held,
 * as in a server that has run for a while, and gives them back at the end.
 *
 * <p>A fork uses one subclass, so the calls to it are monomorphic.
 */
@State(Scope.Benchmark)
public abstract class Lifecycle {
  /** How many resources are live beside the one that comes and goes. */
  @Param({"0", "100000", "1000000"})
  public int live;

  private Resource[] residents = {};
  private @Nullable Object[] tokens = {};

  /** For subclasses, which JMH makes. */
  protected Lifecycle() {}

  /** Begins to keep track of a resource; the result is handed to {@link #leave}. */
  protected abstract @Nullable Object enter(Resource resource);

  /** Ends what {@link #enter} began. */
  protected abstract void leave(Resource resource, @Nullable Object token);

  /** Comes before the live set. */
  protected void prepare() {}

  /** Comes after the live set, before anything is measured: what should not see it arrive. */
  protected void begin() {}

  /** Ends what {@link #begin} began. */
  protected void end() {}

  /** One whole life; what is measured. */
  public final Resource once() {
    Resource resource = new Resource(1);
    leave(resource, enter(resource));
    return resource;
  }

  /** Makes the live set. */
  @Setup
  public final void fill() {
    prepare();
    residents = new Resource[live];
    tokens = new Object[live];
    for (int i = 0; i < live; i++) {
      residents[i] = new Resource(i);
      tokens[i] = enter(residents[i]);
    }
    // Old objects are in the old generation: the collections during the measurement are not theirs.
    System.gc();
    begin();
  }

  /** Gives the live set back, so that nothing is reported as leaked. */
  @TearDown
  public final void drain() {
    end();
    for (int i = 0; i < residents.length; i++) {
      leave(residents[i], tokens[i]);
    }
    residents = new Resource[0];
    tokens = new Object[0];
  }
}
