package dev.rollcall.agents.ways.program;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.jdbcx.JdbcConnectionPool;

/** What is there before anything is opened, and is closed after all. Nothing of it may be left. */
final class World implements AutoCloseable {
  /** Nobody listens at the port of tcpmux. */
  static final int REFUSED = 1;

  static final String JDBC = "jdbc:h2:mem:ways;DB_CLOSE_DELAY=-1";

  private final Path directory;
  private final AtomicInteger names = new AtomicInteger();
  private final ServerSocketChannel listener;
  private final ServerSocketChannel unixListener;
  private final HttpServer http;
  private final ExecutorService handlers;
  private final Connection connection;
  private final HikariDataSource pool;
  private final JdbcConnectionPool h2Pool;

  World(Path directory) throws IOException, SQLException {
    this.directory = directory;
    Files.createDirectories(directory.resolve("tree/branch"));
    Files.writeString(directory.resolve("tree/file.txt"), "one\ntwo\n");
    Files.writeString(directory.resolve("tree/branch/leaf.txt"), "three\n");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(directory.resolve("file.zip")))) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write('a');
    }
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("file.gz")))) {
      gzip.write('a');
    }
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    unixListener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    unixListener.bind(UnixDomainSocketAddress.of(unixSocket()));
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    handlers = Executors.newCachedThreadPool();
    http.setExecutor(handlers);
    byte[] body = "body".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
    http.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    http.start();
    connection = DriverManager.getConnection(JDBC);
    h2Pool = JdbcConnectionPool.create(JDBC, "", "");
    pool = new HikariDataSource();
    pool.setJdbcUrl(JDBC);
    pool.setMaximumPoolSize(10);
    pool.setMinimumIdle(0);
  }

  Path directory() {
    return directory;
  }

  /** A path at which nothing is. */
  Path newName(String stem) {
    return directory.resolve(stem + names.incrementAndGet());
  }

  Path unixSocket() {
    return directory.resolve("socket");
  }

  int port() {
    try {
      return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int httpPort() {
    return http.getAddress().getPort();
  }

  /** Of connections to a database. */
  JdbcConnectionPool h2Pool() {
    return h2Pool;
  }

  /** Another. */
  HikariDataSource pool() {
    return pool;
  }

  @Override
  public void close() throws IOException, SQLException {
    pool.close();
    h2Pool.dispose();
    connection.close();
    http.stop(0);
    handlers.shutdownNow();
    unixListener.close();
    listener.close();
  }
}
