package dev.rollcall.load;

import java.io.IOException;
import java.util.List;

/** Lets servers leak one buffer, which every detector must find, or its silence proves nothing. */
record SeededLeak(Protocol protocol, Setup setup) {
  private static final List<Variant> DETECTING =
      List.of(Variant.WARN, Variant.HOOK, Variant.PARANOID);

  void expectFound() throws IOException, InterruptedException, LeakException {
    for (Variant variant : DETECTING) {
      try (ServerProcess server = new ServerProcess(protocol, variant, setup)) {
        server.leak();
        if (server.end().isEmpty()) {
          throw new LeakException(variant.label + " did not find a leak that was there");
        }
      }
    }
  }
}
