package dev.rollcall.cases;

import static java.util.stream.Collectors.joining;

import dev.rollcall.LeakChecker;
import dev.rollcall.testing.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The program of a case, compiled once, against the leaking version; it runs with both, as a
 * program would whose library is upgraded. A run that did not end as it should is an error.
 */
final class Program {

  private final RealCase real;
  private final ClassPaths libraries;
  private final Path classes;
  private final Path agent;

  private Program(RealCase real, ClassPaths libraries, Path classes, Path agent) {
    this.real = real;
    this.libraries = libraries;
    this.classes = classes;
    this.agent = agent;
  }

  /** Compiles a case into {@code directory}; {@code agent} is the agent's jar. */
  static Program compile(RealCase real, ClassPaths libraries, Path directory, Path agent)
      throws IOException, CaseException {
    Program program =
        new Program(
            real,
            libraries,
            Files.createDirectories(directory.resolve(real.name() + "/classes")),
            agent);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "--release=17",
              "-Xlint:all,-classfile,-processing",
              "-Werror",
              "-proc:none",
              "-d",
              program.classes.toString(),
              "-cp",
              program
                  .classPath(real.leaking(), false)
                  .map(Path::toString)
                  .collect(joining(File.pathSeparator)));
      if (!compiler
          .getTask(
              messages,
              files,
              null,
              options,
              null,
              files.getJavaFileObjects(
                  CaseList.SOURCES.resolve(real.source()), CaseList.OPERATIONS))
          .call()) {
        throw new CaseException(real.source() + " does not compile:\n" + messages);
      }
    }
    program.findGuilty();
    return program;
  }

  /** That the methods which the list blames are of the library. */
  private void findGuilty() throws IOException, CaseException {
    List<URL> jars = new ArrayList<>();
    for (Path jar : libraries.of(real, real.leaking())) {
      jars.add(jar.toUri().toURL());
    }
    try (URLClassLoader library =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (Guilty guilty : real.guilty()) {
        if (!has(Class.forName(guilty.type(), false, library), guilty.method())) {
          throw new CaseException("there is no method " + guilty + ".");
        }
      }
    } catch (ClassNotFoundException e) {
      throw new CaseException("there is no " + e.getMessage() + " in " + real.artifacts() + ".");
    }
  }

  private static boolean has(Class<?> type, String method) {
    return method.equals("<init>")
        || Stream.of(type.getDeclaredMethods()).anyMatch(one -> one.getName().equals(method));
  }

  /** Runs it to its end with one version of the library. */
  Ended run(Way way, Variant variant, String version, List<String> options, Integer... expected)
      throws IOException, InterruptedException, CaseException {
    long start = System.nanoTime();
    ChildJvm.Ended ended;
    try {
      ended =
          new ChildJvm()
              .options("-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
              .options(way.options(agent).toArray(String[]::new))
              .options(options.toArray(String[]::new))
              .classPath(classPath(version, way.isAgent()).toArray(Path[]::new))
              .run(real.mainClass(), arguments(variant, way));
    } catch (AssertionError late) {
      throw new CaseException(real.name() + " with version " + version + ": " + late.getMessage());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!List.of(expected).contains(ended.status())) {
      throw new CaseException(
          "%s with version %s ended with status %d:\n%s%s"
              .formatted(real.name(), version, ended.status(), ended.out(), ended.err()));
    }
    return new Ended(ended.status(), ended.err(), seconds);
  }

  /** How a run ended, what it printed to standard error, and how long it took. */
  record Ended(int status, String err, double seconds) {}

  /** Where Rollcall is loaded from. */
  private static Path rollcall() throws IOException {
    try {
      return Path.of(LeakChecker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static String[] arguments(Variant variant, Way way) {
    return Stream.concat(Stream.of(variant.argument()), way.arguments().stream())
        .toArray(String[]::new);
  }

  /** Under the agent without Rollcall, which the program does not know then. */
  private Stream<Path> classPath(String version, boolean isUnderAgent) throws IOException {
    Stream<Path> ours = isUnderAgent ? Stream.of(classes) : Stream.of(classes, rollcall());
    return Stream.concat(ours, libraries.of(real, version).stream());
  }
}
