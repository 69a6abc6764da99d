package depot;

import org.springframework.stereotype.Service;

/** What stands where. */
@Service
class Shelves {
  Lease lease(int number) {
    return new Lease("shelf " + number);
  }

  void fill(Lease lease) {
    lease.touch("filled " + lease.shelf());
  }
}
