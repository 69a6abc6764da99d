package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A shop, of which Rollcall knows nothing but that it is on the class path. */
@SpringBootApplication
public class Shop {
  public static void main(String... arguments) {
    SpringApplication.run(Shop.class, arguments);
  }
}
