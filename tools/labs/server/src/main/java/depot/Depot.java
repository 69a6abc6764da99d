package depot;

import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Serves until it is killed; the first line on standard output that is a number is its port. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(Faults.class)
public class Depot {
  /** See {@link Depot}. */
  public static void main(String[] args) {
    ConfigurableApplicationContext context = SpringApplication.run(Depot.class, args);
    System.out.println(
        Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }
}
