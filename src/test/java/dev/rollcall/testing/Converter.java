package dev.rollcall.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import one.convert.Arguments;
import one.convert.FlameGraph;
import one.convert.Main;

/** async-profiler's converter. */
public final class Converter {
  private Converter() {}

  /** What {@code jfrconv --nativemem --leak} says of a recording, as folded stacks. */
  public static String leaks(Path file) throws IOException {
    return convert(file, "--nativemem", "--leak");
  }

  /** A recording or folded stacks, with the converter's options, as folded stacks. */
  public static String convert(Path file, String... options) throws IOException {
    Arguments arguments =
        new Arguments(
            Stream.concat(Stream.of(options), Stream.of("--output", "collapsed"))
                .toArray(String[]::new));
    FlameGraph graph = Main.parseFlameGraph(file.toString(), arguments);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    graph.dump(out);
    return out.toString(UTF_8);
  }
}
