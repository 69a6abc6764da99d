package dev.rollcall.cases;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class paths of all cases and versions, resolved by Maven in one go: one module for each, so
 * that no version meets another. What was resolved before is used again while it is there.
 */
final class ClassPaths {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
  private static final String LOGGING = "org.slf4j:slf4j-simple:2.0.17";

  private final Path directory;

  private ClassPaths(Path directory) {
    this.directory = directory;
  }

  /** Resolves the libraries of some cases into a directory. */
  static ClassPaths resolve(Path directory, List<RealCase> cases)
      throws IOException, InterruptedException, CaseException {
    ClassPaths paths = new ClassPaths(directory);
    List<String> modules = new ArrayList<>();
    for (RealCase real : cases) {
      for (String version : real.versions()) {
        if (!paths.isResolved(real, version)) {
          paths.write(paths.module(real, version).resolve("pom.xml"), pom(real, version));
          modules.add(real.name() + "/" + version);
        }
      }
    }
    if (!modules.isEmpty()) {
      paths.write(directory.resolve("pom.xml"), aggregator(modules));
      paths.maven();
    }
    return paths;
  }

  /** The jars of one version of a case's library, and of what it depends on. */
  List<Path> of(RealCase real, String version) throws IOException {
    return Stream.of(Files.readString(file(real, version)).trim().split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  private boolean isResolved(RealCase real, String version) throws IOException {
    Path pom = module(real, version).resolve("pom.xml");
    return Files.exists(file(real, version))
        && Files.readString(pom).equals(pom(real, version))
        && of(real, version).stream().allMatch(Files::exists);
  }

  private Path module(RealCase real, String version) {
    return directory.resolve(real.name()).resolve(version);
  }

  private Path file(RealCase real, String version) {
    return module(real, version).resolve("classpath");
  }

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void maven() throws IOException, InterruptedException, CaseException {
    Path log = directory.resolve("maven.log");
    int status =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-f",
                directory.resolve("pom.xml").toString(),
                PLUGIN + ":build-classpath",
                "-Dmdep.includeScope=runtime",
                "-Dmdep.outputFile=classpath")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new CaseException("Maven could not fetch the libraries; " + log + " says why.");
    }
  }

  private static String pom(RealCase real, String version) {
    return project(
        real.name() + "-" + version,
        Stream.concat(real.artifacts(version).stream(), Stream.of(LOGGING))
            .map(ClassPaths::dependency)
            .collect(joining("", "<dependencies>", "</dependencies>")));
  }

  private static String aggregator(List<String> modules) {
    return project(
        "cases",
        modules.stream()
            .map(module -> "<module>" + module + "</module>")
            .collect(joining("", "<modules>", "</modules>")));
  }

  private static String dependency(String coordinates) {
    String[] parts = coordinates.split(":", 3);
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted(parts[0], parts[1], parts[2]);
  }

  private static String project(String name, String content) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>dev.rollcall.cases</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          %s
        </project>
        """
        .formatted(name, content);
  }
}
