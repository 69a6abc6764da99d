package dev.rollcall.agents.ways;

import dev.rollcall.agents.ways.program.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jenkins' agent: what it says at the end is open. */
final class FileLeakDetector extends Tool {
  private static final String VERSION = "1.13";
  private static final Pattern RECORD = Pattern.compile("#[0-9]+ (.*) by thread:.*");
  private static final Pattern FRAME =
      Pattern.compile("\tat (?:[^/]*//?)*([^(/]*)[(][^:]*(?::([0-9]+))?[)]");

  private final Path jar;

  FileLeakDetector(Path jar) {
    this.jar = jar;
  }

  /** The newest that Maven Central has. */
  static Path fetch() throws IOException, InterruptedException {
    Path directory = Path.of("target").toAbsolutePath();
    String artifact = "file-leak-detector-%s-jar-with-dependencies.jar".formatted(VERSION);
    int status =
        new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "-ntp",
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                "-Dartifact=org.kohsuke:file-leak-detector:%s:jar:jar-with-dependencies"
                    .formatted(VERSION),
                "-DoutputDirectory=" + directory)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("Maven could not fetch " + artifact + ".");
    }
    return directory.resolve(artifact);
  }

  @Override
  String title() {
    return jar.getFileName().toString().replaceAll("(-jar-with-dependencies)?[.]jar$", "");
  }

  @Override
  List<String> options(Path directory) {
    return List.of("-javaagent:" + jar + "=strong,dumpatshutdown");
  }

  @Override
  List<Seen> seen(Path directory) throws IOException {
    List<Seen> all = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve("err.txt"))) {
      Matcher record = RECORD.matcher(line);
      Matcher frame = FRAME.matcher(line);
      if (record.matches()) {
        all.add(new Seen(record.group(1), new ArrayList<>(), true));
      } else if (frame.matches() && !all.isEmpty()) {
        all.get(all.size() - 1).frames().add(frame.group(1) + ":" + frame.group(2));
      }
    }
    return all;
  }

  @Override
  String verdict(Way way, Sight sight, int number) {
    return Verdict.ofOther(way, sight, number);
  }
}
