package dev.rollcall.internal;

import dev.rollcall.LeakReport;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/** Warnings, through SLF4J where it has a provider, to stderr where it has none. */
final class Log {
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
  static void warn(String message) {
    if (Provider.PRESENT) {
      LoggerFactory.getLogger(LOGGER).warn(message);
    } else {
      Stderr.print(message + System.lineSeparator());
    }
  }

  /** Leaks as one warning, one record; nothing of a clean report. */
  static void warn(LeakReport report) {
    if (!report.isClean()) {
      warn(report.toString());
    }
  }

  /** Offers a headline to SLF4J; nothing where it has no provider. */
  static void offer(String headline) {
    if (Provider.PRESENT) {
      LoggerFactory.getLogger(LOGGER).warn(headline);
    }
  }
}
