package dev.rollcall.ends.program;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * A logging provider whose loggers never come back, as where a queue is full and nobody reads it;
 * with {@code -Dwayward=exit} they end the process. Chosen with {@code -Dslf4j.provider}.
 */
public final class WaywardProvider implements SLF4JServiceProvider {
  private static final boolean EXITS = "exit".equals(System.getProperty("wayward"));

  /** For SLF4J. */
  public WaywardProvider() {}

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name ->
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> log());
  }

  private static @Nullable Object log() throws InterruptedException {
    if (EXITS) {
      System.exit(5);
    }
    new CountDownLatch(1).await();
    return null;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return new BasicMarkerFactory();
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return new NOPMDCAdapter();
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0";
  }

  @Override
  public void initialize() {}
}
