package depot;

import org.springframework.stereotype.Service;

/** Asks the carrier where a parcel is. */
@Service
class Tracking {
  private final Faults faults;

  Tracking(Faults faults) {
    this.faults = faults;
  }

  String find(String parcel) {
    Connection connection = new Connection("carrier");
    try {
      String found = Answers.read(connection.ask(parcel), parcel);
      connection.close();
      return found;
    } catch (UnknownParcelException e) {
      if (!faults.seeded()) {
        connection.close(); // with faults it is forgotten
      }
      throw e;
    }
  }
}
