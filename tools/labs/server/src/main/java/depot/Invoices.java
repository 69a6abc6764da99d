package depot;

import org.springframework.stereotype.Service;

/** Writes invoices: buffers that are always released. */
@Service
class Invoices {
  int write(long order) {
    Buffer buffer = new Buffer();
    try {
      buffer.draw("invoice " + order);
      return buffer.sum();
    } finally {
      boolean unused = buffer.release();
    }
  }
}
