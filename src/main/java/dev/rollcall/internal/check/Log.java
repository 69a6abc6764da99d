package dev.rollcall.internal.check;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/** Warnings, through SLF4J where it has a provider, to stderr where it has none. */
public final class Log {
  private static final String LOGGER = "dev.rollcall";

  private Log() {}

  /** Looked for before SLF4J is touched, which would complain about a missing one. */
  private static final class Provider {
    static final boolean PRESENT =
        System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) != null
            || ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
                .iterator()
                .hasNext();
  }

  /** One warning, one record. */
  public static void warn(String message) {
    if (!accepted(message)) {
      Stderr.print(message + System.lineSeparator());
    }
  }

  /**
   * Whether there is a provider and it took the message. What it throws must neither reach the
   * program, which only released a resource, nor end the thread that watches.
   */
  private static boolean accepted(String message) {
    try {
      if (Provider.PRESENT) {
        LoggerFactory.getLogger(LOGGER).warn(message);
        return true;
      }
    } catch (RuntimeException | Error e) {
      Stderr.print(
          String.format(
              "rollcall: a warning could not be logged; check the logger: %s%n",
              Printable.of(e.toString())));
    }
    return false;
  }

  /** Leaks as one warning, one record; nothing of a clean report. */
  public static void warn(LeakReport report) {
    if (!report.isClean()) {
      warn(report.toString());
    }
  }

  /** Offers a headline to SLF4J; nothing where it has no provider. */
  public static void offer(String headline) {
    boolean unused = accepted(headline);
  }
}
