package dev.rollcall.agents.samples.program;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * Opens a file and a connection twice each; closes one of each, and the other unless it forgets.
 */
public final class Work {
  /** What is forgotten stays reachable. */
  private static final List<AutoCloseable> KEPT = Collections.synchronizedList(new ArrayList<>());

  private Work() {}

  /** Does it, and prints what was read. */
  public static void run(boolean forgets) throws IOException, SQLException {
    Path file = Files.createTempFile("sample", ".txt");
    try {
      Files.writeString(file, "sample");
      close(file);
      forgetFile(file, forgets);
      if (hasDriver()) {
        queryAndClose();
        forgetConnection(forgets);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void close(Path file) throws IOException {
    try (InputStream first = new FileInputStream(file.toFile());
        InputStream second = Files.newInputStream(file)) {
      System.out.println("read " + first.read() + ' ' + second.read());
    }
  }

  private static void forgetFile(Path file, boolean forgets) throws IOException {
    FileInputStream stream = new FileInputStream(file.toFile());
    System.out.println("read " + stream.read() + ' ' + stream.getClass().getName());
    keepOrClose(stream, forgets);
  }

  private static boolean hasDriver() {
    return Work.class.getClassLoader().getResource("org/h2/Driver.class") != null;
  }

  private static Connection connect() throws SQLException {
    try {
      // By name: a module without the driver has no use for it.
      Class<?> driver = Class.forName("org.h2.Driver", true, Work.class.getClassLoader());
      return ((Driver) driver.getDeclaredConstructor().newInstance())
          .connect("jdbc:h2:mem:sample", new Properties());
    } catch (ReflectiveOperationException e) {
      throw new SQLException(e);
    }
  }

  private static void queryAndClose() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select 40 + 2")) {
      result.next();
      System.out.println("found " + result.getInt(1));
    }
  }

  private static void forgetConnection(boolean forgets) throws SQLException {
    Connection connection = connect();
    System.out.println("connected " + connection.getClass().getName());
    keepOrClose(connection, forgets);
  }

  private static void keepOrClose(AutoCloseable resource, boolean forgets) {
    if (forgets) {
      KEPT.add(resource);
      return;
    }
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
