package dev.rollcall.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.LeakChecker;
import dev.rollcall.micrometer.RollcallMetrics;
import dev.rollcall.samples.PoolUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.jdbc.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Spring Boot's applications with the global checker switched on. */
@Tag("adapter")
class RollcallAutoConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RollcallAutoConfiguration.class,
                  DataSourceAutoConfiguration.class,
                  MetricsAutoConfiguration.class,
                  DataSourcePoolMetricsAutoConfiguration.class));

  private static long live() {
    return LeakChecker.global().statistics().live();
  }

  /** How many resources one connection of a data source is; it is closed again. */
  private static long tracked(DataSource dataSource) throws SQLException {
    long before = live();
    try (Connection connection = PoolUser.connect(dataSource)) {
      assertThat(connection.isValid(1)).isTrue();
      return live() - before;
    } finally {
      assertThat(live()).isEqualTo(before);
    }
  }

  @Test
  void bootsDataSourceIsTracked() {
    runner.run(
        context -> {
          DataSource dataSource = context.getBean(DataSource.class);
          assertThat(tracked(dataSource)).isEqualTo(1);
          long before = live();
          assertThat(new JdbcTemplate(dataSource).queryForObject("select 7", Integer.class))
              .isEqualTo(7);
          assertThat(live()).isEqualTo(before);
        });
  }

  @Test
  void bootReachesThePoolForItsMetrics() {
    runner
        .withBean(SimpleMeterRegistry.class)
        .run(
            context -> {
              DataSource dataSource = context.getBean(DataSource.class);
              HikariDataSource pool =
                  DataSourceUnwrapper.unwrap(
                      dataSource, HikariConfigMXBean.class, HikariDataSource.class);
              assertThat(pool).isNotNull();
              try (Connection connection = dataSource.getConnection()) {
                assertThat(connection).isNotNull();
                MeterRegistry registry = context.getBean(MeterRegistry.class);
                assertThat(registry.get("hikaricp.connections.active").gauge().value())
                    .isEqualTo(1);
                assertThat(
                        context
                            .getBean(DataSourcePoolMetadataProvider.class)
                            .getDataSourcePoolMetadata(dataSource)
                            .getActive())
                    .isEqualTo(1);
              }
            });
  }

  /** The user of the pool comes first, so that the pool's bean is not there yet. */
  @Configuration(proxyBeanMethods = false)
  static class OnePool {
    @Bean
    PoolUser user(HikariDataSource pool, DataSource dataSource) {
      return new PoolUser(pool, dataSource);
    }
  }

  @Test
  void whoeverInjectsThePoolByItsClassGetsThePool() {
    runner
        .withUserConfiguration(OnePool.class)
        .run(
            context -> {
              PoolUser user = context.getBean(PoolUser.class);
              assertThat(tracked(user.dataSource())).isEqualTo(1);
              assertThat(user.dataSource().unwrap(HikariDataSource.class)).isSameAs(user.pool());
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoPools {
    @Bean
    PoolUser ofTheFirst(HikariDataSource pool, DataSource dataSource) {
      return new PoolUser(pool, dataSource);
    }

    @Bean
    PoolUser ofTheSecond(@Qualifier("second") HikariDataSource pool, DataSource dataSource) {
      return new PoolUser(pool, dataSource);
    }

    @Bean
    @Primary
    HikariDataSource first() {
      return pool("first");
    }

    @Bean
    HikariDataSource second() {
      return pool("second");
    }

    @Bean
    PoolUser ofAProvider(ObjectProvider<HikariDataSource> pool, DataSource dataSource) {
      return new PoolUser(pool.getObject(), dataSource);
    }
  }

  private static HikariDataSource pool(String name) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:h2:mem:" + name);
    pool.setPoolName(name);
    return pool;
  }

  private static String poolOf(ConfigurableApplicationContext context, String user) {
    return context.getBean(user, PoolUser.class).pool().getPoolName();
  }

  @Test
  void ofSeveralPoolsEachGetsTheOneThatSpringWouldChoose() {
    runner
        .withUserConfiguration(TwoPools.class)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(poolOf(context, "ofTheFirst")).isEqualTo("first");
              assertThat(poolOf(context, "ofTheSecond")).isEqualTo("second");
              assertThat(poolOf(context, "ofAProvider")).isEqualTo("first");
            });
  }

  /** One data source that leads to others: beans, and one of its own. */
  @Configuration(proxyBeanMethods = false)
  static class Leading {
    @Bean
    @Primary
    HikariDataSource pool() {
      return RollcallAutoConfigurationTest.pool("led-to");
    }

    @Bean
    LazyConnectionDataSourceProxy lazy(DataSource pool) {
      return new LazyConnectionDataSourceProxy(pool);
    }

    @Bean
    TransactionAwareDataSourceProxy inline() {
      return new TransactionAwareDataSourceProxy(database());
    }

    @Bean
    Routing routing(DataSource pool) {
      Routing routing = new Routing();
      routing.setTargetDataSources(Map.of("pool", pool, "inline", database()));
      return routing;
    }

    private static DataSource database() {
      JdbcDataSource database = new JdbcDataSource();
      database.setURL("jdbc:h2:mem:");
      return database;
    }
  }

  static final class Routing extends AbstractRoutingDataSource {
    String key = "pool";

    @Override
    protected Object determineCurrentLookupKey() {
      return key;
    }
  }

  @Test
  void aConnectionThatComesByOthersIsTrackedOnce() {
    runner
        .withUserConfiguration(Leading.class)
        .run(
            context -> {
              assertThat(tracked(context.getBean("pool", DataSource.class))).isEqualTo(1);
              assertThat(tracked(context.getBean(LazyConnectionDataSourceProxy.class)))
                  .isEqualTo(1);
              assertThat(tracked(context.getBean(TransactionAwareDataSourceProxy.class)))
                  .isEqualTo(1);
              Routing routing = context.getBean(Routing.class);
              assertThat(tracked(routing)).isEqualTo(1);
              routing.key = "inline";
              assertThat(tracked(routing)).isEqualTo(1);
            });
  }

  @Test
  void theBeansThatAreTrackedCanBeNamed() {
    ApplicationContextRunner two = runner.withUserConfiguration(TwoPools.class);
    two.withPropertyValues("rollcall.spring.data-sources=f*,third")
        .run(
            context -> {
              assertThat(tracked(context.getBean("first", DataSource.class))).isEqualTo(1);
              assertThat(context.getBean("second")).isInstanceOf(HikariDataSource.class);
            });
    two.withPropertyValues("rollcall.spring.data-sources=")
        .run(context -> assertThat(context.getBeansOfType(HikariDataSource.class)).hasSize(2));
  }

  @Test
  void theContextClosesThePoolAsBefore() {
    HikariDataSource[] pool = new HikariDataSource[1];
    runner.run(
        context -> {
          pool[0] = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
          assertThat(pool[0].isClosed()).isFalse();
        });
    assertThat(pool[0].isClosed()).isTrue();
  }

  @Test
  void theMetersLiveAsLongAsTheContext() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    runner
        .withBean(
            "registry", MeterRegistry.class, () -> registry, bean -> bean.setDestroyMethodName(""))
        .run(
            context -> {
              assertThat(context).hasSingleBean(RollcallMetrics.class);
              assertThat(registry.find("rollcall.resources.live").gauges()).isNotEmpty();
            });
    assertThat(registry.find("rollcall.resources.live").gauges()).isEmpty();
  }

  @Test
  void theEndpointIsOffUntilItIsAskedFor() {
    ApplicationContextRunner exposed =
        runner.withPropertyValues("management.endpoints.web.exposure.include=*");
    exposed.run(context -> assertThat(context).doesNotHaveBean(RollcallEndpoint.class));
    exposed
        .withPropertyValues("management.endpoint.rollcall.access=READ_ONLY")
        .run(RollcallAutoConfigurationTest::assertTells);
  }

  private static void assertTells(ConfigurableApplicationContext context) throws SQLException {
    RollcallEndpoint endpoint = context.getBean(RollcallEndpoint.class);
    DataSource dataSource = context.getBean(DataSource.class);
    long before = live();
    try (Connection forgotten = PoolUser.connect(dataSource)) {
      assertThat(forgotten).isNotNull();
      RollcallEndpoint.Checked checked = requireNonNull(endpoint.check("check"));
      assertThat(checked.leaked()).isEqualTo(before + 1);
      assertThat(checked.groups())
          .anySatisfy(
              group -> {
                assertThat(group.type()).isEqualTo("java.sql.Connection");
                assertThat(group.site().get(0)).startsWith(PoolUser.class.getName() + ".connect(");
              });
      RollcallEndpoint.Counts counts = endpoint.counts();
      assertThat(counts.mode()).isEqualTo("warn");
      assertThat(counts.live()).isEqualTo(before + 1);
      assertThat(counts.oldestAgeMillis()).isNotNull();
      assertThat(counts.lastCheck())
          .isEqualTo(new RollcallEndpoint.LastCheck(checked.time(), checked.leaked()));
      assertThat(counts.types())
          .extracting(RollcallEndpoint.OfType::type)
          .contains("java.sql.Connection");
      assertThat(counts.open())
          .filteredOn(open -> open.type().equals("java.sql.Connection"))
          .singleElement()
          .satisfies(
              open -> {
                assertThat(open.open()).isPositive();
                assertThat(open.oldestAgeMillis()).isNotNull();
                assertThat(open.growthPerMinute()).isNull(); // too early
                assertThat(open.overdue()).isZero();
              });
    }
    assertThat(endpoint.check("anything")).isNull();
  }
}
