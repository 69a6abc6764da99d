package dev.rollcall.agents.ways.trial;

import java.io.FileInputStream;
import java.io.IOException;

/** A constructor ends the process: what it opened is left. A hook closes another, and a new one. */
public final class Late {
  private Late() {}

  private static final class Ending {
    final FileInputStream in;

    Ending(String file) throws IOException {
      in = new FileInputStream(file);
      System.exit(7);
    }
  }

  public static void main(String[] args) throws IOException {
    FileInputStream open = new FileInputStream(args[0]);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    new FileInputStream(args[0]).close();
                    open.close();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }));
    new Ending(args[0]).in.close();
  }
}
