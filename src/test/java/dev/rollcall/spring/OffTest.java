package dev.rollcall.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.LeakMode;
import dev.rollcall.micrometer.RollcallMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application whose checker is off, as it is by default. */
class OffTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withBean(SimpleMeterRegistry.class)
          .withConfiguration(
              AutoConfigurations.of(
                  RollcallAutoConfiguration.class, DataSourceAutoConfiguration.class));

  @Test
  void allIsAsItWouldBeWithoutRollcall() {
    runner.run(
        context -> {
          assertThat(context.getBean(DataSource.class)).isExactlyInstanceOf(HikariDataSource.class);
          assertThat(context)
              .doesNotHaveBean(TrackedBeans.class)
              .doesNotHaveBean(RollcallMetrics.class)
              .doesNotHaveBean(RollcallEndpoint.class);
          assertThat(context.getBean(SimpleMeterRegistry.class).getMeters()).isEmpty();
        });
  }

  @Test
  void theEndpointSaysThatItIsOff() {
    runner
        .withPropertyValues(
            "management.endpoint.rollcall.access=READ_ONLY",
            "management.endpoints.web.exposure.include=rollcall")
        .run(
            context -> {
              RollcallEndpoint endpoint = context.getBean(RollcallEndpoint.class);
              assertThat(endpoint.counts())
                  .isEqualTo(new RollcallEndpoint.Counts("off", 0, 0, 0, 0, null, null, List.of()));
            });
  }

  @Test
  void aModeThatComesTooLateIsToldOf() {
    assertThat(RollcallAutoConfiguration.ineffective("warn", LeakMode.OFF))
        .isEqualTo(
            "Rollcall: rollcall.mode=warn in Spring's properties has no effect, the mode is off:"
                + " start the JVM with -Drollcall.mode=warn, or set ROLLCALL_MODE=warn in its"
                + " environment");
    assertThat(RollcallAutoConfiguration.ineffective("WARN", LeakMode.WARN)).isNull();
    assertThat(RollcallAutoConfiguration.ineffective(null, LeakMode.OFF)).isNull();
    runner
        .withPropertyValues("rollcall.mode=warn")
        .run(context -> assertThat(context).doesNotHaveBean(TrackedBeans.class));
  }
}
