package shop;

import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells customers what is in stock. */
@RestController
class StockController {
  private final Stock stock;

  StockController(Stock stock) {
    this.stock = stock;
  }

  @GetMapping("/stock/{item}")
  String stock(@PathVariable String item) throws SQLException {
    return item + ": " + stock.of(item);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notFound(NoSuchElementException e) {
    return e.getMessage();
  }
}
