package dev.rollcall.testing;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that a test compiles, from sources whose files may be called as it likes. */
public final class Compiled {
  private final Path directory;
  private final List<JavaFileObject> sources = new ArrayList<>();

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String file, String text) {
      super(URI.create("string:///" + file), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Classes that go to a directory. */
  public Compiled(Path directory) {
    this.directory = directory;
  }

  /** Adds a source; the class names {@code file} as where it comes from. */
  public Compiled source(String file, String text) {
    sources.add(new Source(file, text));
    return this;
  }

  /** Adds the Java files of a directory. */
  public Compiled sourcesIn(Path folder) throws Exception {
    try (var files = Files.newDirectoryStream(folder, "*.java")) {
      for (Path file : files) {
        source(file.getFileName().toString(), Files.readString(file));
      }
    }
    return this;
  }

  /** Compiles what was added since the last time. */
  public Compiled compile(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("-proc:none", "-d", directory.toString(), "-cp", classPath(directory)));
    all.addAll(List.of(options));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    if (!compiler.getTask(errors, null, null, all, null, sources).call()) {
      throw new AssertionError(errors);
    }
    sources.clear();
    return this;
  }

  private static String classPath(Path directory) {
    return System.getProperty("java.class.path") + System.getProperty("path.separator") + directory;
  }
}
