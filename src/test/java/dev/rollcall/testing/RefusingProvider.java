package dev.rollcall.testing;

import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * A logging backend that throws whatever it is given: an exception, or with {@code -Drefuse=error}
 * an error. Chosen with {@code -Dslf4j.provider}.
 */
public final class RefusingProvider implements SLF4JServiceProvider {
  /** One permit for each notice of a resource that was collected. */
  static final Semaphore COLLECTED = new Semaphore(0);

  /** For SLF4J. */
  public RefusingProvider() {}

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name ->
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> refuse(String.valueOf(arguments[0])));
  }

  private static Object refuse(String message) {
    if (message.contains("was collected")) {
      COLLECTED.release();
    }
    if ("error".equals(System.getProperty("refuse"))) {
      throw new NoClassDefFoundError("refused");
    }
    throw new IllegalStateException("refused");
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
