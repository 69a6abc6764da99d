package dev.rollcall.spring;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.common.Printable;
import dev.rollcall.micrometer.RollcallMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * What Spring Boot finds by itself. Where the checker is off there is the endpoint only, if it was
 * asked for, to say so.
 */
@AutoConfiguration
public class RollcallAutoConfiguration {
  /** For Spring. Says so if a mode was set where it comes too late. */
  public RollcallAutoConfiguration(Environment environment) {
    String ineffective =
        ineffective(environment.getProperty("rollcall.mode"), LeakChecker.global().mode());
    if (ineffective != null) {
      LoggerFactory.getLogger(LeakChecker.class).warn(ineffective);
    }
  }

  /** What is to be said of a mode in Spring's properties; the checker's is fixed before. */
  static @Nullable String ineffective(@Nullable String wanted, LeakMode mode) {
    return wanted == null || wanted.equalsIgnoreCase(mode.toString())
        ? null
        : String.format(
            "Rollcall: rollcall.mode=%s in Spring's properties has no effect, the mode is %s: start"
                + " the JVM with -Drollcall.mode=%1$s, or set ROLLCALL_MODE=%1$s in its environment",
            Printable.of(wanted), mode);
  }

  /** Tracks data sources. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DataSource.class)
  @Conditional(CheckerIsOn.class)
  static class Jdbc {
    @Bean
    static TrackedBeans rollcallTrackedBeans(Environment environment) {
      return new TrackedBeans(environment);
    }
  }

  /** The meters, which Boot binds to the registry and closes with the context. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  @Conditional(CheckerIsOn.class)
  static class Metrics {
    @Bean
    @ConditionalOnMissingBean
    RollcallMetrics rollcallMetrics() {
      return new RollcallMetrics();
    }
  }

  /** The endpoint, where the application allows access to it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
  static class Actuator {
    @Bean
    @ConditionalOnAvailableEndpoint
    @ConditionalOnMissingBean
    RollcallEndpoint rollcallEndpoint() {
      return new RollcallEndpoint(LeakChecker.global());
    }
  }
}
