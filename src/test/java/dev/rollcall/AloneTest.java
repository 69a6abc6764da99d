package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Alone;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.ChildJvm;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** The runtime with nothing else on the class path than slf4j-api, and with less of the JDK. */
class AloneTest {
  private static final String HEADLINE =
      "LEAK: 2 of 4 registered resources were never released, in 2 groups";

  private Path program;

  @BeforeEach
  void copyProgram(@TempDir Path directory) throws Exception {
    program = directory;
    for (Class<?> type : List.of(Alone.class, Buffer.class)) {
      String file = type.getName().replace('.', '/') + ".class";
      Path target = directory.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(origin(type).resolve(file), target);
    }
  }

  private static Path origin(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private ChildJvm.Ended run(String mode, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Drollcall.mode=" + mode);
    return new ChildJvm()
        .options(all.toArray(String[]::new))
        .classPath(origin(LeakChecker.class), origin(Logger.class), program)
        .run(Alone.class);
  }

  private static void assertWarns(ChildJvm.Ended ended) {
    ended.with(0);
    assertThat(ended.out()).contains(HEADLINE + "; 1 misused.").doesNotContain("misuse: ");
    assertThat(ended.err())
        .contains("Rollcall: misuse (double-unregister): java.lang.Object 0x2 was unregistered")
        .contains(
            "LEAK: 1 x dev.rollcall.testing.Buffer, oldest ",
            "LEAK: 1 x java.lang.Object, oldest ",
            "e.g. 0x1 (a plain one)",
            "dev.rollcall.testing.Alone.main(Alone.java:")
        .doesNotContain("SLF4J", "Exception", "Error", "rollcall: ");
    // On demand and at exit.
    assertThat(ended.err().split("\\Q" + HEADLINE + "\\E", -1)).hasSize(3);
  }

  @Test
  void warns() throws Exception {
    ChildJvm.Ended ended = run("warn");

    assertWarns(ended);
    assertThat(ended.out()).contains("jfr: true");
    assertThat(ended.err()).contains("run with -XX:StartFlightRecording");
  }

  @Test
  void fails() throws Exception {
    ChildJvm.Ended ended = run("fail").with(86);

    assertThat(ended.out()).contains("misuse: java.lang.Object 0x2 was unregistered a second time");
    assertThat(ended.err()).contains(HEADLINE);
  }

  @Test
  void isSilentWhenOff() throws Exception {
    ChildJvm.Ended ended = run("off").with(0);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("No leaks: all 0 registered resources were released.");
  }

  /** Somebody wanted a check and there was nothing to check: that is not clean. */
  @Test
  void saysThatNothingWasRegistered() throws Exception {
    ChildJvm child =
        new ChildJvm()
            .options("-Drollcall.mode=fail")
            .classPath(origin(LeakChecker.class), origin(Logger.class), program);

    assertThat(child.run(Alone.class, "apart").with(0).err()).isEmpty();
    assertThat(child.run(Alone.class, "idle").with(0).err().lines())
        .containsExactly(
            "Rollcall: 0 resources were ever registered, so nothing was checked; check that the program"
                + " registers",
            "    its resources, or that an adapter is in use (a wrapped DataSource or allocator, or"
                + " Netty's",
            "    hook).");
  }

  /** No {@code jdk.jfr}, and a flight recorder that is switched off. */
  @ParameterizedTest
  @ValueSource(strings = {"--limit-modules=java.base", "-XX:-FlightRecorder"})
  void worksWithoutAFlightRecorder(String option) throws Exception {
    // The switch is deprecated: a JDK that has dropped it shall not fail for that.
    String lenient = "-XX:+IgnoreUnrecognizedVMOptions";

    ChildJvm.Ended warned = run("warn", lenient, option);
    assertWarns(warned);
    assertThat(warned.out()).contains("jfr: " + !option.startsWith("--limit"));
    assertThat(run("fail", lenient, option).with(86).err()).contains(HEADLINE);
    run("off", lenient, option).with(0);
  }

  @Test
  void loadsNothingOfJfrWhereThereIsNone() throws Exception {
    ChildJvm.Ended ended =
        run("warn", "--limit-modules=java.base", "-Xlog:class+load=info").with(0);

    assertThat(ended.out())
        .contains("dev.rollcall.event.EventDoor ")
        .doesNotContain("dev.rollcall.event.RecorderListener ", "jdk.jfr.");
  }
}
