package dev.rollcall.load;

import java.io.IOException;
import java.util.List;

/** Which core a process runs on. One for the server and one for the client, where there are two. */
enum Cores {
  APART,
  SHARED;

  static Cores here() throws InterruptedException {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return SHARED;
    }
    try {
      Process probe =
          new ProcessBuilder("taskset", "-c", "0,1", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0 ? APART : SHARED;
    } catch (IOException noSuchProgram) {
      return SHARED;
    }
  }

  List<String> forServer() {
    return core(0);
  }

  List<String> forClient() {
    return core(1);
  }

  private List<String> core(int number) {
    return this == APART ? List.of("taskset", "-c", String.valueOf(number)) : List.of();
  }

  String words() {
    return this == APART
        ? "the server on one, the client on another"
        : "which server and client share";
  }
}
