package depot;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells where a parcel is, and how many there are in stock. */
@RestController
class ParcelController {
  private final Tracking tracking;
  private final Stock stock;

  ParcelController(Tracking tracking, Stock stock) {
    this.tracking = tracking;
    this.stock = stock;
  }

  @GetMapping("/parcels/{parcel}")
  String parcel(@PathVariable("parcel") String parcel) {
    return tracking.find(parcel);
  }

  @GetMapping("/stock/{item}")
  String stock(@PathVariable("item") String item) {
    return item + ": " + stock.count(item);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notFound(UnknownParcelException e) {
    return String.valueOf(e.getMessage());
  }
}
