package dev.rollcall.agents.ways;

import dev.rollcall.agents.ways.program.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Rollcall's agent: what its recording and its report at exit say. */
final class Rollcall extends Tool {
  private static final Pattern HEADLINE =
      Pattern.compile("^LEAK: ([0-9,]+) of ([0-9,]+) registered", Pattern.MULTILINE);

  private final Path agent;

  Rollcall(Path agent) {
    this.agent = agent;
  }

  @Override
  String title() {
    return "Rollcall";
  }

  @Override
  List<String> options(Path directory) {
    return List.of(
        "-javaagent:%s=all,track=%s.**.*Session".formatted(agent, Way.class.getPackageName()),
        "-Drollcall.report=" + directory.resolve("report.txt"),
        "-Drollcall.exitWait=1s",
        "-Xlog:jfr+startup=off",
        "-XX:StartFlightRecording:settings=../../../jfc/rollcall.jfc,maxsize=0,filename="
            + directory.resolve("app.jfr"));
  }

  @Override
  List<Seen> seen(Path directory) throws IOException {
    Set<Long> leaked = new HashSet<>();
    Set<Long> ended = new HashSet<>();
    List<RecordedEvent> registered = new ArrayList<>();
    try (RecordingFile file = new RecordingFile(directory.resolve("app.jfr"))) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        switch (event.getEventType().getName()) {
          case "rollcall.Register" -> registered.add(event);
          case "rollcall.Unregister" -> ended.add(event.getLong("resourceId"));
          case "rollcall.Leak" -> leaked.add(event.getLong("resourceId"));
          case "rollcall.Misuse" -> throw new IOException("a misuse: " + event);
          default -> {}
        }
      }
    }
    atExit(directory, leaked.size(), registered.size());
    List<Seen> seen = new ArrayList<>();
    for (RecordedEvent event : registered) {
      long id = event.getLong("resourceId");
      if (leaked.contains(id) == ended.contains(id)) {
        throw new IOException("is it leaked, or closed? " + event);
      }
      seen.add(
          new Seen(
              event.getClass("resourceType").getName(),
              event.getStackTrace().getFrames().stream().map(Rollcall::frame).toList(),
              leaked.contains(id)));
    }
    return seen;
  }

  /** The report at exit says the same. */
  private static void atExit(Path directory, int leaked, int registered) throws IOException {
    Matcher headline = HEADLINE.matcher(Files.readString(directory.resolve("report.txt")));
    if (!headline.find() || number(headline, 1) != leaked || number(headline, 2) != registered) {
      throw new IOException(
          "the report at exit does not say %d of %d; see %s"
              .formatted(leaked, registered, directory));
    }
  }

  /** The JVM complains of an agent that does something wrong. */
  @Override
  List<String> complaints(Path directory) throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve("err.txt"))) {
      return lines.filter(line -> line.contains("ASSERTION FAILED")).distinct().toList();
    }
  }

  private static int number(Matcher headline, int group) {
    return Integer.parseInt(headline.group(group).replace(",", ""));
  }

  private static String frame(RecordedFrame frame) {
    return "%s.%s:%d"
        .formatted(
            frame.getMethod().getType().getName(),
            frame.getMethod().getName(),
            frame.getLineNumber());
  }

  @Override
  String verdict(Way way, Sight sight, int number) {
    return Verdict.ofRollcall(way, sight, number);
  }
}
