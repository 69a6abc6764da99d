package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * A logging backend that takes nothing, chosen with {@code -Dslf4j.provider}. It throws an
 * exception, or what {@code -Drefuse} says: {@code error} throws an error, {@code block} never
 * returns, {@code recheck} asks for the final check, {@code exit} ends the process with status 7.
 */
public final class RefusingProvider implements SLF4JServiceProvider {
  /** One permit for each notice of a resource that was collected. */
  static final Semaphore COLLECTED = new Semaphore(0);

  /** One permit for each message. */
  static final Semaphore ENTERED = new Semaphore(0);

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
    ENTERED.release();
    switch (System.getProperty("refuse", "exception")) {
      case "error" -> throw new NoClassDefFoundError("refused");
      case "block" -> {
        while (true) {
          LockSupport.park();
        }
      }
      case "recheck" -> {
        return LeakChecker.global().finalCheck();
      }
      case "exit" -> System.exit(7);
      default -> {}
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
