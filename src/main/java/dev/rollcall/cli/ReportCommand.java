package dev.rollcall.cli;

import dev.rollcall.analysis.Findings;
import dev.rollcall.analysis.Loss;
import dev.rollcall.analysis.ReadRecording;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall report}: what leaked, and how each of the leaked lived. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Tell what leaked, and how the leaked lived.",
    description = {
      "",
      "Reads flight recordings of programs that run with Rollcall, decides which resources leaked,"
          + " groups them by where they were registered, and shows one life of each group.",
      "",
      "The formats: text to read; json with all there is; junit for CI servers; sarif for code"
          + " scanning; folded for flame graphs of what leaked.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rollcall report app.jfr",
      "  rollcall report --format json --output leaks.json app.jfr",
      "  rollcall report --format junit --output TEST-rollcall.xml app.jfr",
      "  rollcall report /tmp/2026_11_24_10_15_00_4711     (repository of a killed JVM)"
    })
final class ReportCommand implements Callable<Integer> {
  private static final int EXAMPLES = 3;

  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private ReadingOptions options = new ReadingOptions();

  @Override
  public Integer call() throws UsageException {
    output.check(options.files());
    Reading reading = Reading.of(options.files(), rollcall.diagnostics());
    if (reading.recordings() == 0) {
      return ExitCode.UNREADABLE;
    }
    Findings findings = reading.analysis().findings(EXAMPLES);
    findings.recordings().forEach(this::sayHowToGetEvents);
    output.write(rollcall.out(), writer -> options.format().write(findings, writer));
    return ExitCode.of(findings, reading.unreadable());
  }

  private void sayHowToGetEvents(ReadRecording read) {
    if (read.losses().stream().anyMatch(loss -> loss.kind() == Loss.Kind.NO_EVENTS)) {
      rollcall
          .diagnostics()
          .say(
              read.recording().file()
                  + " has no Rollcall events; to get some run the program with"
                  + " -Drollcall.mode=warn and"
                  + " -XX:StartFlightRecording:settings=rollcall.jfc,filename=app.jfr");
    }
  }
}
