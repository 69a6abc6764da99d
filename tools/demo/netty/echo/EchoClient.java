package echo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Sends lines, one in twenty of them a command, and waits for the answer to each. */
final class EchoClient {
  private static final int LINES = 100;
  private static final int COMMAND_EVERY = 20;

  private EchoClient() {}

  static void drive(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader answers =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      OutputStream out = socket.getOutputStream();
      for (int i = 1; i <= LINES; i++) {
        String line = i % COMMAND_EVERY == 0 ? "/quit" : "line " + i;
        out.write((line + "\n").getBytes(US_ASCII));
        if (answers.readLine() == null) {
          throw new IOException("the server closed the connection");
        }
      }
    }
  }
}
