package dev.rollcall.load;

import java.io.IOException;
import java.util.List;

/** Which core a process runs on. One for the server and one for the client, where there are two. */
enum Cores {
  APART,
  SHARED;

  private static final String SERVER = "0";
  private static final String CLIENT = "1";

  static Cores here() throws InterruptedException {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return SHARED;
    }
    try {
      return run("taskset", "-c", SERVER + "," + CLIENT, "true") ? APART : SHARED;
    } catch (IOException noSuchProgram) {
      return SHARED;
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Goes before the command of a client. */
  List<String> forClient() {
    return this == APART ? List.of("taskset", "-c", CLIENT) : List.of();
  }

  /** Confines a server, with all of its threads; until then its compilers have both cores. */
  void confine(long server) throws IOException, InterruptedException {
    if (this == APART && !run("taskset", "-a", "-c", "-p", SERVER, String.valueOf(server))) {
      throw new IOException("taskset could not confine the server to a core");
    }
  }

  String words() {
    return this == APART
        ? "the server on one, the client on another"
        : "which server and client share";
  }
}
