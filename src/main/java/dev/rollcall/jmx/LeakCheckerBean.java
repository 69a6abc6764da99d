package dev.rollcall.jmx;

import dev.rollcall.LeakChecker;
import dev.rollcall.OpenResources;
import dev.rollcall.common.Words;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.check.Statistics;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Puts a leak checker into the platform's MBean server:
 *
 * <pre>{@code
 * LeakCheckerBean.register(LeakChecker.global());
 * }</pre>
 *
 * <p>The property {@code rollcall.jmx=on} does the same when the global checker starts.
 */
public final class LeakCheckerBean implements LeakCheckerMXBean {
  /** The object name. */
  public static final String NAME = "dev.rollcall:type=LeakChecker";

  private final ActiveChecker checker;

  private LeakCheckerBean(ActiveChecker checker) {
    this.checker = checker;
  }

  /**
   * Registers a checker as {@value #NAME}. Does nothing where it is off.
   *
   * @return takes it out of the server again; an application that is deployed again and again needs
   *     that, for the server holds the checker. May be closed twice
   * @throws IllegalStateException if the server has such a bean already
   */
  public static Closeable register(LeakChecker checker) {
    if (!(checker instanceof ActiveChecker active)) {
      return () -> {};
    }
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name = new ObjectName(NAME);
      Object unused = active.state.trend(); // from now on, so that it is known when it is read
      server.registerMBean(new LeakCheckerBean(active), name);
      return () -> unregister(server, name);
    } catch (InstanceAlreadyExistsException e) {
      throw new IllegalStateException(NAME + " is registered already in this JVM", e);
    } catch (JMException e) {
      throw new IllegalStateException(NAME + " cannot be registered", e);
    }
  }

  private static void unregister(MBeanServer server, ObjectName name) {
    try {
      server.unregisterMBean(name);
    } catch (InstanceNotFoundException gone) {
      // It was closed before.
    } catch (JMException e) {
      throw new IllegalStateException(NAME + " cannot be unregistered", e);
    }
  }

  @Override
  public String getMode() {
    return checker.mode().toString();
  }

  @Override
  public long getLive() {
    long unregistered = checker.state.types.unregistered();
    return Math.max(0, checker.state.types.registered() - unregistered);
  }

  @Override
  public long getRegistered() {
    return checker.state.types.registered();
  }

  @Override
  public long getReleased() {
    return checker.state.types.unregistered();
  }

  @Override
  public long getUnfollowed() {
    return checker.state.types.unfollowed();
  }

  @Override
  public long getMisused() {
    return checker.state.misuses.count();
  }

  @Override
  public long getOldestAgeMillis() {
    Duration age = Statistics.oldestAge(checker.state);
    return age == null ? -1 : age.toMillis();
  }

  @Override
  public long getLastCheckMillis() {
    var check = checker.state.lastCheck();
    return check == null ? -1 : check.time().toEpochMilli();
  }

  @Override
  public long getLastCheckLeaked() {
    var check = checker.state.lastCheck();
    return check == null ? -1 : check.leaked();
  }

  @Override
  public List<TypeCounts> getTypes() {
    return Statistics.types(checker.state).stream()
        .map(
            counts ->
                new TypeCounts(
                    counts.type(),
                    counts.live(),
                    counts.registered(),
                    counts.unregistered(),
                    counts.misuses()))
        .toList();
  }

  @Override
  public List<OpenType> getOpenTypes() {
    return checker.openByType().stream().map(LeakCheckerBean::openType).toList();
  }

  private static OpenType openType(OpenResources open) {
    Duration oldest = open.oldestAge();
    Double growth = open.growthPerMinute();
    return new OpenType(
        open.type(),
        open.open(),
        oldest == null ? -1 : oldest.toMillis(),
        growth == null ? Double.NaN : growth,
        open.overdue());
  }

  @Override
  public List<Site> topSites(int atMost) {
    return RollCall.preview(checker.state).stream()
        .limit(Math.max(0, atMost))
        .map(
            group ->
                new Site(
                    group.type(),
                    group.count(),
                    group.oldestAge().toMillis(),
                    group.fingerprint(),
                    group.site().stream().map(Words::frame).toList()))
        .toList();
  }

  @Override
  public String check() {
    return checker.check().toString();
  }
}
