package dev.rollcall.load;

import dev.rollcall.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What becomes of a recording when its size is known. */
enum Recordings {
  /** They are large, and deleted. */
  DELETED,
  /** They are small; the offline report must find each complete and clean. */
  REPORTED;

  void look(Path recording) throws IOException, InterruptedException, LeakException {
    if (this == REPORTED) {
      report(recording);
    }
    Files.delete(recording);
  }

  private static void report(Path recording)
      throws IOException, InterruptedException, LeakException {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "report",
                recording.toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tool.waitFor() != 0) {
      throw new LeakException(recording + " is not clean:\n" + text);
    }
  }
}
