package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rollcall.junit.LeakChecked;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The connection that {@link Prices} holds is no test's leak. */
@LeakChecked
@SpringBootTest
class StockTest {
  private final Stock stock;

  @Autowired
  StockTest(Stock stock) {
    this.stock = stock;
  }

  @Test
  void tellsHowManyThereAre() throws SQLException {
    assertEquals(3, stock.of("lamp"));
  }

  /** Passes, but for the leak. */
  @Test
  @Tag("leaks")
  void refusesWhatItNeverHad() {
    assertThrows(NoSuchElementException.class, () -> stock.of("table"));
  }
}
