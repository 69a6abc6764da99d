package dev.rollcall.agents.ways.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a way opens something: what is there, or, for one that is to fail, what is not, or is not
 * what it should be. Notes the lines at which it was opened.
 */
final class Place {
  private final World world;
  private final boolean isGood;
  private final Set<String> lines = new LinkedHashSet<>();

  Place(World world, boolean isGood) {
    this.world = world;
    this.isGood = isGood;
  }

  /** Something was opened, on the line that calls this. */
  <T> T here(T opened) {
    lines.add(StackWalker.getInstance().walk(Place::caller));
    return opened;
  }

  private static String caller(Stream<StackFrame> frames) {
    StackFrame caller = frames.skip(1).findFirst().orElseThrow();
    return caller.getClassName() + "." + caller.getMethodName() + ":" + caller.getLineNumber();
  }

  /** Where something was opened: class, method and line. */
  Set<String> lines() {
    return lines;
  }

  World world() {
    return world;
  }

  boolean isGood() {
    return isGood;
  }

  /** A file to read. */
  Path path() {
    return world.directory().resolve(isGood ? "tree/file.txt" : "none/file.txt");
  }

  /** The same. */
  File file() {
    return path().toFile();
  }

  /** A file to write. */
  Path output() {
    return world.directory().resolve(isGood ? "output.txt" : "none/output.txt");
  }

  /** A directory with files and another. */
  Path tree() {
    return world.directory().resolve(isGood ? "tree" : "none");
  }

  /** A zip file; the one that is none is there. */
  Path zip() {
    return world.directory().resolve(isGood ? "file.zip" : "tree/file.txt");
  }

  /** A file that is compressed; the one that is not is there. */
  Path gzip() {
    return world.directory().resolve(isGood ? "file.gz" : "tree/file.txt");
  }

  URL fileUrl() {
    return url(path().toUri().toString());
  }

  URL jarUrl() {
    return url(
        "jar:" + world.directory().resolve(isGood ? "file.zip" : "none.zip").toUri() + "!/a");
  }

  URL httpUrl() {
    return url("http://127.0.0.1:" + (isGood ? world.httpPort() : World.REFUSED) + "/");
  }

  private static URL url(String text) {
    try {
      return URI.create(text).toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InetAddress host() {
    return InetAddress.getLoopbackAddress();
  }

  /** Where somebody listens. */
  int port() {
    return isGood ? world.port() : World.REFUSED;
  }

  /** The same. */
  InetSocketAddress peer() {
    return new InetSocketAddress(host(), port());
  }

  /** What can be bound: no machine has an address of documentation. */
  InetSocketAddress local() {
    try {
      return new InetSocketAddress(isGood ? host() : InetAddress.getByName("192.0.2.1"), 0);
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  UnixDomainSocketAddress unixPeer() {
    return UnixDomainSocketAddress.of(
        isGood ? world.unixSocket() : world.directory().resolve("none.socket"));
  }

  UnixDomainSocketAddress unixLocal() {
    return UnixDomainSocketAddress.of(
        isGood ? world.newName("local") : world.directory().resolve("none/local"));
  }

  /** How many threads a pool is to have. */
  int threads() {
    return isGood ? 1 : -1;
  }

  /** A program that waits for its input to end. */
  String command() {
    return isGood ? "cat" : "there-is-no-such-program";
  }

  String sql() {
    return isGood ? "select 1" : "select 1 from nothing";
  }

  String jdbcUrl() {
    return isGood ? World.JDBC : "jdbc:h2:mem:other;IFEXISTS=TRUE";
  }
}
