package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Zip files, and what URLs of files open. */
final class ZipWays {
  private static final String ZIP = "java.util.zip.ZipFile";
  private static final String JAR = "java.util.jar.JarFile";
  private static final String CHANNEL = "sun.nio.ch.FileChannelImpl";

  private ZipWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("`new ZipFile`", ZipWays::zipFile, ZIP),
        way("`ZipFile.getInputStream`", ZipWays::entry, ZIP),
        way("`new JarFile`", ZipWays::jarFile, JAR),
        way("`FileSystems.newFileSystem` of a zip file", ZipWays::fileSystem, CHANNEL),
        way("a file in a zip file system", ZipWays::inFileSystem, CHANNEL),
        way("`URL.openStream` of `file:`", ZipWays::fileUrl, "java.io.FileInputStream"),
        way(
                "`URLConnection` of `jar:`, no cache",
                ZipWays::jarUrl,
                "sun.net.www.protocol.jar.URLJarFile")
            .unseen("it looks like those that the JDK keeps"),
        way("`URL.openStream` of `jar:`, whose file the JDK keeps", ZipWays::cachedJarUrl),
        way("a class loader's jar, which it closes", ZipWays::classLoader).neverFails());
  }

  private static Object zipFile(Place place) throws IOException {
    return place.here(new ZipFile(place.zip().toFile()));
  }

  /** The stream is the file's, which closes it. */
  private static Object entry(Place place) throws IOException {
    ZipFile zip = place.here(new ZipFile(place.zip().toFile()));
    zip.getInputStream(zip.getEntry("a")).read();
    return zip;
  }

  private static Object jarFile(Place place) throws IOException {
    return place.here(new JarFile(place.zip().toFile()));
  }

  private static Object fileSystem(Place place) throws IOException {
    return place.here(FileSystems.newFileSystem(place.zip()));
  }

  /** What is read of it, is read from the system's channel. */
  private static Object inFileSystem(Place place) throws IOException {
    FileSystem system = place.here(FileSystems.newFileSystem(place.zip()));
    Files.newInputStream(system.getPath("a")).read();
    return system;
  }

  private static Object fileUrl(Place place) throws IOException {
    return place.here(place.fileUrl().openStream());
  }

  private static Object jarUrl(Place place) throws IOException {
    URLConnection connection = place.jarUrl().openConnection();
    connection.setUseCaches(false);
    return place.here(connection.getInputStream());
  }

  private static Object cachedJarUrl(Place place) throws IOException {
    InputStream stream = place.here(place.jarUrl().openStream());
    return stream;
  }

  private static Object classLoader(Place place) throws IOException {
    URL[] jar = {place.zip().toUri().toURL()};
    URLClassLoader loader = new URLClassLoader(jar, null);
    place.here(loader.findResource("a")).openStream().close();
    return loader;
  }
}
