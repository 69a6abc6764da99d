package dev.rollcall.fuzz.seeds;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.analysis.Events;
import dev.rollcall.cli.Ran;
import dev.rollcall.hostile.Original;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.json.JsonReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * {@code Seeds WORK CORPUS}: records small programs anew and makes the seeds of the targets that
 * read recordings and reports: recordings of a few kB, of which the tool says what it said of the
 * large ones, and their reports.
 */
final class Seeds {
  private static final Set<String> OF_JVM =
      Set.of("jdk.JVMInformation", "jdk.ActiveSetting", "jdk.DataLoss");

  private Seeds() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Files.createDirectories(Path.of(args[0]));
    Path recordings = Files.createDirectories(Path.of(args[1], "recording"));
    Path baselines = Files.createDirectories(Path.of(args[1], "baseline"));
    Files.writeString(baselines.resolve("small"), compact(small()));
    Original.write(work);
    for (Original original : Original.read(work)) {
      String name = original.name();
      byte[] small = SmallChunk.recording(original.bytes(), Seeds::isOfUse);
      Path file = work.resolve(name + ".small");
      Files.write(file, small);
      Ran before = Ran.of("report", work.resolve(name + ".jfr").toString());
      Ran after = Ran.of("report", file.toString());
      if (before.code() != after.code()) {
        throw new AssertionError(name + ": " + before.out() + "\n" + after.out() + after.err());
      }
      Files.write(recordings.resolve(name), small);
      String report = Ran.of("report", "--format", "json", file.toString()).out();
      Files.writeString(baselines.resolve(name), compact(report));
      System.out.println(name + ": " + original.bytes().length + " bytes, now " + small.length);
    }
  }

  /** A report with one leak, whose life is short. */
  private static String small() throws IOException {
    Events events = new Events().register(1).touch(1, "note", 1);
    events.check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1, "held", true);
    StringWriter report = new StringWriter();
    JsonReport.write(events.findings(), report);
    return report.toString();
  }

  /** The same JSON without spaces. */
  private static String compact(String json) throws IOException {
    return new JsonMapper().readTree(json).toString();
  }

  private static boolean isOfUse(String type) {
    return type.startsWith("rollcall.") || OF_JVM.contains(type);
  }
}
