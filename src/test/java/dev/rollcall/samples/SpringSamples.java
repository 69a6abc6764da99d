package dev.rollcall.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.junit.LeakChecked;
import dev.rollcall.spring.RollcallAutoConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tests with Spring's contexts, of which some leak. Run by tests only. */
public final class SpringSamples {
  private SpringSamples() {}

  /** An application that takes a connection when it starts, and gives it back when it ends. */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, RollcallAutoConfiguration.class})
  public static class Application {
    /** Held for as long as the context lives. */
    @Bean(destroyMethod = "close")
    Connection listening(DataSource dataSource) throws SQLException {
      return dataSource.getConnection();
    }

    /** A runner that takes one, too; so does a thread of the application's. */
    @Bean
    CommandLineRunner runner(DataSource dataSource) {
      return arguments -> {
        Connection kept = dataSource.getConnection();
        Frame[] frame = new Frame[1];
        Thread worker = new Thread(() -> frame[0] = new Frame(LeakChecker.global()));
        worker.start();
        worker.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kept, frame[0])));
      };
    }

    private static void end(Connection kept, Frame frame) {
      frame.release();
      try {
        kept.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The first test of a context, and one that leaks. */
  @LeakChecked
  @SpringBootTest(classes = Application.class)
  public static class Fields {
    @Autowired DataSource dataSource;

    @Test
    void clean() throws SQLException {
      try (Connection connection = dataSource.getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }

    @Test
    void leaks() throws SQLException {
      assertThat(dataSource.getConnection().isValid(1)).isTrue();
    }
  }

  /** A context that is made before the test's instance. */
  @LeakChecked
  @SpringBootTest(classes = Application.class, properties = "a.context=of.its.own")
  public static class Constructor {
    private final DataSource dataSource;

    @Autowired
    Constructor(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    @Test
    void clean() throws SQLException {
      dataSource.getConnection().close();
    }
  }

  /** A context that a test makes itself is the test's. */
  @LeakChecked
  public static class Started {
    @Test
    void forgetsItsContext() {
      ConfigurableApplicationContext context = start();
      assertThat(context.isRunning()).isTrue();
    }

    private static ConfigurableApplicationContext start() {
      return new SpringApplication(Small.class).run();
    }
  }

  /** An application that needs nothing. */
  @Configuration(proxyBeanMethods = false)
  public static class Small {
    @Bean(destroyMethod = "release")
    Frame frame() {
      return new Frame(LeakChecker.global());
    }
  }
}
