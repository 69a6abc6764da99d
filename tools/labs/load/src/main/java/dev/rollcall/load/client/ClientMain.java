package dev.rollcall.load.client;

import dev.rollcall.load.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A client in a process, which drives servers as its standard input says, one after the other, so
 * that it is warm for all but the first: {@code HTTP|GRPC PORT CONNECTIONS SECONDS RATE}, where a
 * rate of 0 is a closed loop. Prints a line of {@link Driven#line} for each.
 */
public final class ClientMain {
  /** Connections settle for so long, each time that a server is driven, and are not measured. */
  public static final double SETTLING_SECONDS = 0.25;

  private ClientMain() {}

  /** See {@link ClientMain}. Ends with status 1 and a sentence where a server fails. */
  public static void main(String[] args) {
    try {
      obey();
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void obey() throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    String command = commands.readLine();
    while (command != null) {
      String[] words = command.split(" ", -1);
      Driven driven =
          Drive.run(
              Protocol.valueOf(words[0]),
              Integer.parseInt(words[1]),
              Integer.parseInt(words[2]),
              Double.parseDouble(words[3]),
              Long.parseLong(words[4]));
      System.out.println(driven.line());
      command = commands.readLine();
    }
  }
}
