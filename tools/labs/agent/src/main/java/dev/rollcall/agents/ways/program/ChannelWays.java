package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Stream;

/** Files by {@code java.nio}. */
@SuppressWarnings({"StreamResourceLeak", "DefaultCharset"}) // that is what it is about
final class ChannelWays {
  private static final String CHANNEL = "sun.nio.ch.FileChannelImpl";
  private static final String ASYNCHRONOUS = "sun.nio.ch.SimpleAsynchronousFileChannelImpl";
  private static final String DIRECTORY = "sun.nio.fs.UnixDirectoryStream";
  private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);

  private ChannelWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("`FileChannel.open`", ChannelWays::fileChannel, CHANNEL),
        way("`FileChannel.open`, mapped", ChannelWays::mapped, CHANNEL),
        way("`Files.newByteChannel`", ChannelWays::byteChannel, CHANNEL),
        way("`Files.newInputStream`", ChannelWays::newInputStream, CHANNEL),
        way("`Files.newOutputStream`", ChannelWays::newOutputStream, CHANNEL),
        way("`Files.newBufferedReader`", ChannelWays::newBufferedReader, CHANNEL),
        way("`Files.newBufferedWriter`", ChannelWays::newBufferedWriter, CHANNEL),
        way("`Files.lines`", ChannelWays::lines, CHANNEL),
        way("`new Scanner(Path)`", ChannelWays::scanner, CHANNEL),
        way("`FileSystemProvider.newByteChannel`", ChannelWays::byteChannelOfProvider, CHANNEL),
        way("`FileSystemProvider.newFileChannel`", ChannelWays::fileChannelOfProvider, CHANNEL),
        way("`AsynchronousFileChannel.open`", ChannelWays::asynchronous, ASYNCHRONOUS),
        way("`Files.newDirectoryStream`", ChannelWays::newDirectoryStream, DIRECTORY),
        way("`Files.newDirectoryStream`, with a glob", ChannelWays::withGlob, DIRECTORY),
        way("`FileSystemProvider.newDirectoryStream`", ChannelWays::ofProvider, DIRECTORY),
        way("`SecureDirectoryStream.newDirectoryStream`", ChannelWays::secure, DIRECTORY, DIRECTORY)
            .closing(opened -> ((Both) opened).close()),
        way("`SecureDirectoryStream.newByteChannel`", ChannelWays::inSecure, DIRECTORY, CHANNEL)
            .closing(opened -> ((Both) opened).close()),
        way("`Files.list`", ChannelWays::list, DIRECTORY),
        way("`Files.walk`", ChannelWays::walk, DIRECTORY),
        way("`Files.walk`, in an inner directory", ChannelWays::within, DIRECTORY, DIRECTORY),
        way("`Files.find`", ChannelWays::find, DIRECTORY));
  }

  private static Object fileChannel(Place place) throws IOException {
    return place.here(FileChannel.open(place.path()));
  }

  /** What is mapped outlives the channel, and is not closed. */
  private static Object mapped(Place place) throws IOException {
    FileChannel channel = place.here(FileChannel.open(place.path()));
    channel.map(MapMode.READ_ONLY, 0, 4).load();
    return channel;
  }

  private static Object byteChannel(Place place) throws IOException {
    return place.here(Files.newByteChannel(place.path()));
  }

  private static Object newInputStream(Place place) throws IOException {
    return place.here(Files.newInputStream(place.path()));
  }

  private static Object newOutputStream(Place place) throws IOException {
    return place.here(Files.newOutputStream(place.output()));
  }

  private static Object newBufferedReader(Place place) throws IOException {
    return place.here(Files.newBufferedReader(place.path()));
  }

  private static Object newBufferedWriter(Place place) throws IOException {
    return place.here(Files.newBufferedWriter(place.output()));
  }

  private static Object lines(Place place) throws IOException {
    return place.here(Files.lines(place.path()));
  }

  private static Object scanner(Place place) throws IOException {
    return place.here(new Scanner(place.path()));
  }

  private static Object byteChannelOfProvider(Place place) throws IOException {
    Path path = place.path();
    return place.here(path.getFileSystem().provider().newByteChannel(path, READ));
  }

  private static Object fileChannelOfProvider(Place place) throws IOException {
    Path path = place.path();
    return place.here(path.getFileSystem().provider().newFileChannel(path, READ));
  }

  private static Object asynchronous(Place place) throws IOException {
    return place.here(AsynchronousFileChannel.open(place.path()));
  }

  private static Object newDirectoryStream(Place place) throws IOException {
    return place.here(Files.newDirectoryStream(place.tree()));
  }

  private static Object withGlob(Place place) throws IOException {
    return place.here(Files.newDirectoryStream(place.tree(), "*.txt"));
  }

  private static Object ofProvider(Place place) throws IOException {
    Path path = place.tree();
    return place.here(path.getFileSystem().provider().newDirectoryStream(path, entry -> true));
  }

  private static Object secure(Place place) throws IOException {
    DirectoryStream<Path> outer = place.here(Files.newDirectoryStream(place.tree()));
    SecureDirectoryStream<Path> secure = (SecureDirectoryStream<Path>) outer;
    return new Both(place.here(secure.newDirectoryStream(Path.of("branch"))), outer);
  }

  private static Object inSecure(Place place) throws IOException {
    DirectoryStream<Path> outer = place.here(Files.newDirectoryStream(place.tree()));
    SecureDirectoryStream<Path> secure = (SecureDirectoryStream<Path>) outer;
    return new Both(place.here(secure.newByteChannel(Path.of("file.txt"), READ)), outer);
  }

  private static Object list(Place place) throws IOException {
    return place.here(Files.list(place.tree()));
  }

  private static Object walk(Place place) throws IOException {
    return place.here(Files.walk(place.tree()));
  }

  /** As far as the file in the inner directory: then both directories are open. */
  private static Object within(Place place) throws IOException {
    Stream<Path> walk = place.here(Files.walk(place.tree()));
    Iterator<Path> paths = walk.iterator();
    while (!place.here(paths.next()).endsWith("leaf.txt")) {}
    return walk;
  }

  private static Object find(Place place) throws IOException {
    return place.here(Files.find(place.tree(), 1, (path, attributes) -> true));
  }

  /** What was opened in a directory, and the directory. */
  private record Both(AutoCloseable inner, AutoCloseable outer) {
    void close() throws Exception {
      inner.close();
      outer.close();
    }
  }
}
