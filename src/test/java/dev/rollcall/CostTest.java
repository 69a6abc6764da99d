package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Idle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not there when it is not wanted: {@code OFF} costs nothing, and events wait for JFR. */
class CostTest {
  private static List<String> run(String... options) throws Exception {
    return new ChildJvm()
        .options("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xlog:class+load=info")
        .options(options)
        .run(Idle.class)
        .with(0)
        .out()
        .lines()
        .toList();
  }

  private static List<String> loaded(List<String> output) {
    return output.stream()
        .filter(line -> line.contains("[class,load]"))
        .map(line -> line.replaceFirst(".*?\\[class,load\\] *", "").split(" ", 2)[0])
        .filter(name -> name.matches("(dev\\.rollcall|jdk\\.jfr)\\..*"))
        .toList();
  }

  @Test
  void offLoadsNoEventStartsNothingAndAllocatesNothing() throws Exception {
    List<String> output = run();

    assertThat(output).contains("clean truetrue", "allocated 0", "thread main");
    assertThat(output).noneMatch(line -> line.matches("(thread|hook) rollcall.*"));
    assertThat(output).noneMatch(line -> line.contains("dev.rollcall.event.RecorderListener"));
    assertThat(loaded(output))
        .contains("dev.rollcall.LeakChecker", "dev.rollcall.internal.OffChecker")
        .noneMatch(name -> name.matches("dev\\.rollcall\\.event\\..*Events?"))
        .noneMatch(name -> name.startsWith("jdk.jfr."))
        .doesNotContain("dev.rollcall.internal.exit.Watch", "dev.rollcall.internal.exit.ExitCheck");
  }

  @Test
  void offInWordsIsTheSame() throws Exception {
    List<String> output = run("-Drollcall.mode=off");

    assertThat(output).contains("allocated 0");
    assertThat(output).noneMatch(line -> line.matches("(thread|hook) rollcall.*"));
  }

  @Test
  void warnLoadsNoEventUnlessJfrRuns() throws Exception {
    List<String> output = run("-Drollcall.mode=warn");

    assertThat(loaded(output))
        .contains("dev.rollcall.internal.ActiveChecker", "dev.rollcall.event.RecorderListener")
        .noneMatch(name -> name.matches("dev\\.rollcall\\.event\\..*Events?"));
    assertThat(output).contains("thread rollcall-watch", "hook rollcall-exit");
  }

  /** That the test above looks at the right thing. */
  @Test
  void withJfrTheEventsAreLoaded() throws Exception {
    List<String> output =
        run("-Drollcall.mode=warn", "-XX:StartFlightRecording:disk=false", "-Xlog:jfr*=error");

    assertThat(loaded(output))
        .contains("dev.rollcall.event.RegisterEvent", "dev.rollcall.event.LiveEvent");
  }
}
