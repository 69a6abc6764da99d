package dev.rollcall.internal.settings;

import dev.rollcall.common.Printable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The command lines of the offline tool, as they can be typed on this machine. */
public final class ToolCommand {
  private static final String JAR = ".jar";
  private static final String CLI_JAR = "-cli.jar";

  private ToolCommand() {}

  /** A command line that reports on a recording. */
  public static String report(Path recording) {
    return report(asTyped(recording).toString());
  }

  /**
   * As {@link #report(Path)}, of a file or pattern as it may be typed. The tool's jar is the one
   * that this class comes from, or lies beside it, as in a Maven repository; where it is neither,
   * only its name is known.
   */
  public static String report(String recording) {
    return report(ToolCommand.class.getProtectionDomain().getCodeSource(), recording);
  }

  static String report(@Nullable CodeSource origin, String recording) {
    Path jar = cliJar(origin);
    String tool = jar == null ? "rollcall-" + version() + CLI_JAR : quoted(asTyped(jar).toString());
    return "java -jar " + tool + " report " + quoted(recording);
  }

  private static String version() {
    String version = ToolCommand.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "VERSION");
  }

  private static @Nullable Path cliJar(@Nullable CodeSource origin) {
    try {
      if (origin == null || origin.getLocation() == null) {
        return null;
      }
      Path jar = Path.of(origin.getLocation().toURI());
      String name = String.valueOf(jar.getFileName());
      if (!name.endsWith(JAR)) {
        return null;
      }
      Path cli =
          name.endsWith(CLI_JAR)
              ? jar
              : jar.resolveSibling(name.substring(0, name.length() - JAR.length()) + CLI_JAR);
      return Files.isRegularFile(cli) ? cli : null;
    } catch (URISyntaxException | RuntimeException elsewhere) {
      // Inside another jar, for example.
      return null;
    }
  }

  /** A file as somebody who started the program here would type it. */
  private static Path asTyped(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  private static String quoted(String file) {
    String name = Printable.of(file);
    return name.contains(" ") ? '"' + name + '"' : name;
  }
}
