package depot;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Prints labels and invoices. */
@RestController
class LabelController {
  private final Labels labels;
  private final Invoices invoices;

  LabelController(Labels labels, Invoices invoices) {
    this.labels = labels;
    this.invoices = invoices;
  }

  @PostMapping("/labels/{order}")
  String label(@PathVariable("order") long order) {
    labels.print(order);
    return "printed";
  }

  @PostMapping("/invoices/{order}")
  String invoice(@PathVariable("order") long order) {
    return "sum " + invoices.write(order);
  }
}
