package dev.rollcall.agents.suites;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A directory that looks to a library's tests as its checkout does: their classes in {@code
 * target/test-classes}, their sources and files in {@code src/test}, its licence and pom beside
 * them.
 *
 * @param classPath all that the tests need, the console launcher first
 */
record SuiteHome(Path directory, String classPath) {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
  private static final String LAUNCHER = "junit-platform-console-standalone";

  static SuiteHome make(Suite suite, Path pom, Path parent)
      throws IOException, InterruptedException {
    Path directory = parent.resolve(suite.name());
    Files.createDirectories(directory);
    Path list = directory.resolve("classpath");
    resolve(pom, list, directory.resolve("maven.log"));
    List<Path> jars =
        Stream.of(Files.readString(list).strip().split(File.pathSeparator)).map(Path::of).toList();
    if (Files.notExists(directory.resolve("target"))) {
      unpack(jars, directory);
    }
    String classPath =
        Stream.of(
                jars.stream().filter(jar -> is(jar, LAUNCHER)),
                jars.stream().filter(jar -> isNeeded(jar)))
            .flatMap(part -> part)
            .map(Path::toString)
            .collect(joining(File.pathSeparator, "target/test-classes" + File.pathSeparator, ""));
    return new SuiteHome(directory, classPath);
  }

  private static void resolve(Path pom, Path list, Path log)
      throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-f",
                pom.toString(),
                PLUGIN + ":build-classpath",
                "-Dmdep.outputFile=" + list)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("Maven could not fetch the tests; " + log + " says why.");
    }
  }

  private static void unpack(List<Path> jars, Path directory) throws IOException {
    // The library's jar, which its pom has first.
    try (FileSystem jar = FileSystems.newFileSystem(jars.get(0));
        Stream<Path> files = Files.walk(jar.getPath("META-INF"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (List.of("LICENSE.txt", "NOTICE.txt", "pom.xml").contains(name)) {
          Files.copy(file, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    for (Path jar : jars) {
      if (isSources(jar)) {
        copy(jar, directory.resolve("src/test/java"), true);
      } else if (isTests(jar)) {
        copy(jar, directory.resolve("src/test/resources"), false);
        copy(jar, directory.resolve("target/test-classes"), true);
      }
    }
  }

  private static void copy(Path jar, Path directory, boolean classes) throws IOException {
    try (FileSystem content = FileSystems.newFileSystem(jar, Map.of());
        Stream<Path> files = Files.walk(content.getPath("/"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (classes || !file.toString().endsWith(".class")) {
          Path target = directory.resolve(file.toString().substring(1));
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static boolean isNeeded(Path jar) {
    return !isTests(jar) && !isSources(jar) && !is(jar, LAUNCHER);
  }

  private static boolean isTests(Path jar) {
    return jar.toString().matches(".*-tests?\\.jar");
  }

  private static boolean isSources(Path jar) {
    return jar.toString().endsWith("-test-sources.jar");
  }

  private static boolean is(Path jar, String name) {
    return jar.getFileName().toString().startsWith(name);
  }
}
