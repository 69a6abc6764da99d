package dev.rollcall.internal;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.LeakStatistics;
import dev.rollcall.OpenResources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checker that does nothing. A class of its own, so that a call to it is inlined to nothing
 * rather than to a test of the mode.
 */
public final class OffChecker extends LeakChecker {
  public static final OffChecker INSTANCE = new OffChecker();

  private OffChecker() {}

  @Override
  public LeakMode mode() {
    return LeakMode.OFF;
  }

  @Override
  public void register(Object resource, @Nullable String description, @Nullable Object owner) {}

  @Override
  public void register(
      Object resource, @Nullable String description, @Nullable Object owner, long bytes) {}

  @Override
  public void unregister(Object resource) {}

  @Override
  public boolean tryUnregister(Object resource) {
    return false;
  }

  @Override
  public boolean isRegistered(Object resource) {
    return false;
  }

  @Override
  public void retained(Object resource, long count, @Nullable Object owner) {}

  @Override
  public void released(Object resource, long count, @Nullable Object owner) {}

  @Override
  public void touch(Object resource, String note) {}

  @Override
  public void ignore(Object resource) {}

  @Override
  public boolean awaitQuiescence(Duration atMost) {
    return true;
  }

  @Override
  public LeakReport check() {
    return new LeakReport(0, 0, Instant.now(), 0, 0, 0, 0, 0, 0, List.of(), List.of());
  }

  @Override
  public LeakReport finalCheck() {
    return check();
  }

  @Override
  public List<OpenResources> openByType() {
    return List.of();
  }

  @Override
  public LeakStatistics statistics() {
    return new LeakStatistics(0, 0, 0, null, null, List.of());
  }
}
