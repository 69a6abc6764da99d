package dev.rollcall.agents.ways;

import dev.rollcall.agents.ways.trial.Interrupts;
import dev.rollcall.agents.ways.trial.Late;
import dev.rollcall.agents.ways.trial.Overflow;
import dev.rollcall.agents.ways.trial.Plain;
import dev.rollcall.agents.ways.trial.Reentry;
import dev.rollcall.agents.ways.trial.Storm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that tries to break the agent, without a recording, and with what it has to end.
 *
 * @param options of the JVM
 * @param leaks how many the report at exit has to say
 */
record Trial(String title, Class<?> main, List<String> options, int leaks, int status) {
  private static final long SECONDS = 120;

  /** Those that a JDK can run; the short ones are smaller. */
  static List<Trial> all(Jdk jdk) {
    List<Trial> all = new ArrayList<>();
    all.add(new Trial("eight threads", Storm.class, List.of(), -1, 0));
    all.add(new Trial("no stack is left", Overflow.class, List.of(), 0, 0));
    all.add(new Trial("interrupts", Interrupts.class, List.of(), 0, 0));
    all.add(new Trial("what calls itself", Reentry.class, List.of(), 0, 0));
    all.add(new Trial("exit in a constructor", Late.class, List.of(), 1, 7));
    all.add(plain("interpreted", "-Xint"));
    all.add(plain("a heap of 8 MB", "-Xmx8m"));
    all.add(plain("without class data sharing", "-Xshare:off"));
    all.add(plain("java.base only", "--limit-modules", "java.base,java.instrument"));
    all.add(plain("compiled", "-Xcomp", "-XX:TieredStopAtLevel=1"));
    if (jdk.feature() < 24) {
      all.add(
          new Trial(
              "a security manager that denies: the agent watches nothing, and the program runs",
              Plain.class,
              List.of(
                  "-Djava.security.manager",
                  "-Djava.security.policy=" + Path.of("src/trial.policy").toAbsolutePath()),
              0,
              0));
    }
    return all;
  }

  private static Trial plain(String title, String... options) {
    return new Trial(title, Plain.class, List.of(options), 2, 0);
  }

  /** What was wrong, if anything. */
  Optional<String> run(Jdk jdk, Path agent, String classPath, Path directory, int times)
      throws IOException, InterruptedException {
    Path file = directory.resolve("file.txt");
    Path err = directory.resolve("err.txt");
    Files.writeString(file, "content\n");
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.add("-javaagent:" + agent + "=all");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(file.toString(), String.valueOf(times)));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(err.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return Optional.of(title + ": it ran longer than " + SECONDS + " s");
    }
    String said = Files.readString(err);
    int expected = leaks < 0 ? times / 1000 : leaks;
    boolean isExact =
        expected == 0
            ? !said.contains("LEAK:")
            : said.contains("LEAK: %,d of ".formatted(expected));
    return process.exitValue() == status && isExact && !said.contains("the agent does not watch")
        ? Optional.empty()
        : Optional.of(
            "%s: status %d instead of %d, %d leaks expected:%n%s"
                .formatted(title, process.exitValue(), status, expected, said));
  }
}
