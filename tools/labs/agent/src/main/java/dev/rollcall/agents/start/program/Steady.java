package dev.rollcall.agents.start.program;

import dev.rollcall.LeakChecker;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;

/** Does each operation many times, and prints the median of the batches: operation=nanoseconds. */
public final class Steady {
  private static final int FILES = 500;

  private final int batches;
  private final boolean isByHand;
  private final Path file;

  private Steady(int batches, boolean isByHand, Path file) {
    this.batches = batches;
    this.isByHand = isByHand;
    this.file = file;
  }

  /** How many batches; whether files are registered here. */
  public static void main(String[] arguments) throws Exception {
    Path file = Files.createTempFile("steady", ".bin");
    try {
      Files.write(file, new byte[1 << 20]);
      Steady steady =
          new Steady(Integer.parseInt(arguments[0]), Boolean.parseBoolean(arguments[1]), file);
      steady.openAndClose();
      steady.close();
      if (!steady.isByHand) {
        steady.read();
        steady.roundTrip();
        steady.query();
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Does so many; returns the nanoseconds that they took, without what prepares them. */
  @FunctionalInterface
  private interface Batch {
    long run(int count) throws Exception;
  }

  private void measure(String operation, int count, Batch batch) throws Exception {
    double[] each = new double[batches];
    for (int i = 0; i < batches; i++) { // half of them for the compiler
      batch.run(count);
    }
    for (int i = 0; i < batches; i++) {
      each[i] = (double) batch.run(count) / count;
    }
    Arrays.sort(each);
    System.out.println(operation + '=' + each[batches / 2]);
  }

  private InputStream open() throws IOException {
    InputStream stream = new FileInputStream(file.toFile());
    if (isByHand) {
      LeakChecker.global().register(stream);
    }
    return stream;
  }

  private void close(InputStream stream) throws IOException {
    if (isByHand) {
      LeakChecker.global().tryUnregister(stream);
    }
    stream.close();
  }

  private void openAndClose() throws Exception {
    measure(
        "open and close a file",
        2_000,
        count -> {
          long begin = System.nanoTime();
          for (int i = 0; i < count; i++) {
            close(open());
          }
          return System.nanoTime() - begin;
        });
  }

  private void close() throws Exception {
    InputStream[] streams = new InputStream[FILES];
    measure(
        "close a file",
        FILES,
        count -> {
          for (int i = 0; i < count; i++) {
            streams[i] = open();
          }
          long begin = System.nanoTime();
          for (InputStream each : streams) {
            close(each);
          }
          return System.nanoTime() - begin;
        });
  }

  private void read() throws Exception {
    byte[] buffer = new byte[8192];
    for (int size : new int[] {1, buffer.length}) {
      measure(
          size == 1 ? "read 1 byte" : "read 8 kB",
          (1 << 20) / buffer.length * 10,
          count -> {
            long nanos = 0;
            for (int done = 0; done < count; ) {
              try (InputStream stream = open()) {
                long begin = System.nanoTime();
                for (int i = 0; i < 128 && done < count; i++, done++) {
                  if (size == 1 ? stream.read() < 0 : stream.read(buffer) < size) {
                    throw new IllegalStateException("the file is too short");
                  }
                }
                nanos += System.nanoTime() - begin;
              }
            }
            return nanos;
          });
    }
  }

  private void roundTrip() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread echo = new Thread(() -> echo(server));
      echo.setDaemon(true);
      echo.start();
      try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        measure(
            "round trip of a socket",
            1_000,
            count -> {
              long begin = System.nanoTime();
              for (int i = 0; i < count; i++) {
                out.write(1);
                if (in.read() != 1) {
                  throw new IllegalStateException("the echo has gone");
                }
              }
              return System.nanoTime() - begin;
            });
      }
      echo.join();
    }
  }

  private static void echo(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      int read;
      while ((read = in.read()) >= 0) {
        out.write(read);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void query() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:steady")) {
      measure(
          "query of H2 in memory",
          2_000,
          count -> {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
              query(connection, i);
            }
            return System.nanoTime() - begin;
          });
    }
  }

  private static void query(Connection connection, int number) throws Exception {
    try (PreparedStatement statement = connection.prepareStatement("select ? + 1")) {
      statement.setInt(1, number);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next() || result.getInt(1) != number + 1) {
          throw new IllegalStateException("the database cannot count");
        }
      }
    }
  }
}
