package dev.rollcall.fuzz.seeds;

import dev.rollcall.cli.Ran;
import dev.rollcall.hostile.Original;
import java.io.IOException;
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
      Files.writeString(
          baselines.resolve(name), Ran.of("report", "--format", "json", file.toString()).out());
      System.out.println(name + ": " + original.bytes().length + " bytes, now " + small.length);
    }
  }

  private static boolean isOfUse(String type) {
    return type.startsWith("rollcall.") || OF_JVM.contains(type);
  }
}
