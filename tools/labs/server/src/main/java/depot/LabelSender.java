package depot;

import org.springframework.stereotype.Service;

/** Sends a label to the customer, whose buffer it takes over. */
@Service
class LabelSender {
  private final Faults faults;

  LabelSender(Faults faults) {
    this.faults = faults;
  }

  void send(Buffer buffer, long order) {
    boolean declined = order % faults.declinedEvery() == 0;
    if (declined && faults.seeded()) {
      return; // forgets the buffer
    }
    if (!declined) {
      buffer.touch("sent");
    }
    boolean unused = buffer.release();
  }
}
