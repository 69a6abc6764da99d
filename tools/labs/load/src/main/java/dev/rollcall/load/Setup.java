package dev.rollcall.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How processes are run.
 *
 * @param jvmOptions of all JVMs
 * @param directory where what they write goes
 */
record Setup(Cores cores, List<String> jvmOptions, Path directory) {
  /** A heap that is there from the beginning, and the collector that servers have. */
  static Setup forMeasuring(Path directory) throws InterruptedException {
    return new Setup(
        Cores.here(),
        List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"),
        directory);
  }

  /** What starts in little time. */
  static Setup forTrying(Path directory) {
    return new Setup(
        Cores.SHARED,
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
        directory);
  }

  Jvm startServer(List<String> options, Path err, String... main) throws IOException {
    return Jvm.start(List.of(), with(options), err, main);
  }

  Jvm startClient(Path err, String main) throws IOException {
    return Jvm.start(cores.forClient(), jvmOptions, err, main);
  }

  private List<String> with(List<String> options) {
    return Stream.concat(jvmOptions.stream(), options.stream()).toList();
  }
}
