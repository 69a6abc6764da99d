package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A copy of the launcher, tools/rollcall, in a checkout or without one. Of the system it finds only
 * what POSIX has, and Java; where there is a Maven, it is one that says how it was called.
 */
final class Script {
  private static final long DEADLINE_SECONDS = 60;
  private static final List<String> POSIX =
      List.of(
          "dirname",
          "basename",
          "readlink",
          "ls",
          "head",
          "find",
          "sed",
          "cat",
          "cp",
          "cksum",
          "mv",
          "rm");

  private final Path bin;
  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();

  /** How it ended, what it printed, and how it called Maven. */
  record Ended(int status, String out, String err, String maven) {}

  /** {@code directory}: where everything is made. */
  Script(Path directory) throws IOException {
    this.directory = directory;
    this.bin = Files.createDirectories(directory.resolve("bin"));
    for (String tool : POSIX) {
      install(tool, "PATH=/usr/bin:/bin\nexec " + tool + " \"$@\"\n");
    }
    environment.put("PATH", bin.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("ROLLCALL_ARCHIVE", "off");
  }

  /** Makes a checkout, whose sources are older than all that is made later. */
  Path checkout(String name) throws IOException {
    Path home = directory.resolve(name);
    Path tools = Files.createDirectories(home.resolve("tools"));
    copy("tools/rollcall", tools.resolve("rollcall"));
    copy("tools/lib.sh", tools.resolve("lib.sh"));
    for (String demo : List.of("relay", "netty")) {
      write(tools.resolve("demo/" + demo + "/run.sh"), "echo \"demo " + demo + "\"\n");
    }
    write(home.resolve("pom.xml"), "<project/>");
    write(home.resolve("jfc/rollcall.jfc"), "");
    write(home.resolve("src/main/resources/some.properties"), "");
    write(home.resolve("src/main/java/Some.java"), "");
    write(home.resolve("src/site/markdown/some.md"), "");
    return home;
  }

  private static void copy(String from, Path to) throws IOException {
    Files.copy(Path.of(from), to);
    to.toFile().setExecutable(true);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Copies the launcher alone. */
  Path alone(String name) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    copy("tools/rollcall", home.resolve("rollcall"));
    return home;
  }

  /** Makes the tool's jar: the classes are where this test has them. */
  static Path jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", urls(entry -> true)));
    Files.createDirectories(file.getParent());
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }

  /**
   * As {@link #jar}, with the tool's classes in it: of those in directories the JVM archives none.
   */
  static Path wholeJar(Path file) throws Exception {
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", urls(Files::isRegularFile)));
    Files.createDirectories(file.getParent());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, jar);
      }
    }
    return file;
  }

  private static List<String> urls(Predicate<Path> which) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(which)
        .map(entry -> entry.toUri().toString())
        .toList();
  }

  /**
   * Lets archives of classes be made, by a JDK that is this one, but for its {@code java}, which is
   * a line of shell.
   *
   * @param java has this JDK's java as $java
   */
  void archiving(String java) throws IOException {
    Path here = Path.of(System.getProperty("java.home"));
    Path home = directory.resolve("jdk");
    Files.createDirectories(home.resolve("bin"));
    Files.copy(here.resolve("release"), home.resolve("release"));
    Path script = home.resolve("bin/java");
    Files.writeString(script, "#!/bin/sh\njava='" + here.resolve("bin/java") + "'\n" + java);
    script.toFile().setExecutable(true);
    environment.put("JAVA_HOME", home.toString());
    environment.remove("ROLLCALL_ARCHIVE");
  }

  /** Installs a Maven that does what a line of shell says. */
  void maven(String build) throws IOException {
    install("mvn", "echo \"$PWD: $*\" >>'" + directory.resolve("maven.log") + "'\n" + build);
  }

  private void install(String tool, String script) throws IOException {
    Path file = bin.resolve(tool);
    Files.writeString(file, "#!/bin/sh\n" + script);
    file.toFile().setExecutable(true);
  }

  /** Sets a variable of its environment. */
  void environment(String name, String value) {
    environment.put(name, value);
  }

  /** Links a new name to something; the target may be relative. */
  Path link(String name, String target) throws IOException {
    Path link = directory.resolve(name);
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, Path.of(target));
  }

  /** Runs the launcher by one of its names, from a directory. */
  Ended run(Path from, Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    Path maven = directory.resolve("maven.log");
    Files.deleteIfExists(maven);
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("still running\n" + Files.readString(err));
    }
    return new Ended(
        process.exitValue(),
        Files.readString(out, UTF_8),
        Files.readString(err, UTF_8),
        Files.exists(maven) ? Files.readString(maven) : "");
  }
}
