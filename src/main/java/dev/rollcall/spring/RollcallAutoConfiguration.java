package dev.rollcall.spring;

import dev.rollcall.LeakChecker;
import dev.rollcall.micrometer.RollcallMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
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
  /** For Spring. */
  public RollcallAutoConfiguration() {}

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
