package dev.rollcall.agents.samples.program;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs until it is told to go on, with a file open that it closes then. */
public final class Waiting {
  private Waiting() {}

  /** Forgets if that is the first argument. */
  public static void main(String[] arguments) throws Exception {
    Path file = Files.createTempFile("waiting", ".txt");
    InputStream before = new FileInputStream(file.toFile());
    InputStream other = Files.newInputStream(file);
    Work.run(false); // what the agent weaves is loaded, and was used
    System.out.println("waiting");
    System.in.read();
    before.close();
    other.close();
    before.close();
    Files.delete(file);
    Work.run(arguments[0].equals("forget"));
  }
}
