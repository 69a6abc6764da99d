package depot;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a route costs. */
@RestController
class RateController {
  private final Rates rates;

  RateController(Rates rates) {
    this.rates = rates;
  }

  @GetMapping("/rates/{route}")
  String rate(@PathVariable("route") int route) {
    return rates.of(route) + " cents";
  }
}
