package dev.rollcall.cli;

import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.cli.option.InputFiles;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ShownOptions;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.gate.Shown;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.report.jfr.AsyncProfilerExport;
import dev.rollcall.report.jfr.AsyncProfilerExport.Written;
import dev.rollcall.report.jfr.MissionControlExport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall export}: a recording that another tool reads. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Write the resources' lives as a recording for another tool.",
    description = {
      "",
      "For async-profiler's converter, a registration becomes an allocation and the end of a life"
          + " becomes its free, so jfrconv draws the leaks as a flame graph, and what was open when"
          + " the recording ended below the frame [open]. Other lives whose end is not known are"
          + " left out. An allocation's size is how many bytes the resource holds, or 1 where that"
          + " was not said at its registration; jfrconv --total adds sizes up.",
      "",
      "For Mission Control, each leaked resource becomes one event with the stack of its"
          + " registration, so the flame graph and stack trace views show the leaks. What was open"
          + " when the recording ended is another type of event.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_WORDS, ExitCode.USAGE_WORDS, ExitCode.UNREADABLE_WORDS},
    footer = {
      "",
      "Examples:",
      "  rollcall export --async-profiler app.jfr -o lives.jfr",
      "  jfrconv --nativemem --leak lives.jfr leaks.html",
      "",
      "  rollcall export --jmc app.jfr -o leaks.jfr     (then open leaks.jfr)",
      "  rollcall export --jmc --open --older-than 60s dump.jfr -o open.jfr"
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private InputFiles input = new InputFiles();

  @Mixin private ShownOptions shownOptions = new ShownOptions();

  @Option(
      names = "--async-profiler",
      description = "For the leak mode of async-profiler's converter.")
  private boolean asyncProfiler;

  @Option(names = "--jmc", description = "For the stack trace views of JDK Mission Control.")
  private boolean jmc;

  @Override
  public Integer call() throws UsageException {
    if (asyncProfiler == jmc) {
      throw new UsageException("say which tool to export for: --async-profiler or --jmc");
    }
    output.checkFile(input.files());
    Reading reading =
        Reading.of(
            rollcall.inputs(input.files()),
            rollcall.diagnostics(),
            () -> new JvmLog(new Selection.All()));
    if (reading.recordings() == 0) {
      return ExitCode.UNREADABLE;
    }
    Findings findings = reading.analysis().findings(0);
    List<Recording> recordings =
        findings.recordings().stream()
            .map(ReadRecording::recording)
            .filter(recording -> recording.chunks() > 0)
            .toList();
    refuseMany(recordings);
    long end = recordings.stream().mapToLong(Recording::end).max().orElse(0);
    Shown shown = shownOptions.shown();
    Iterator<History> lives =
        reading
            .analysis()
            .histories(new Selection.All())
            .filter(life -> isShown(life, shown, end))
            .iterator();
    long leaked = shown.leaked() ? findings.totals().leaked() : 0;
    List<String> said = new ArrayList<>();
    output.writeFile(
        file ->
            said.add(
                jmc
                    ? words(leaked, MissionControlExport.write(lives, start(recordings), file))
                    : words(leaked, AsyncProfilerExport.write(lives, start(recordings), file))));
    said.forEach(rollcall.diagnostics()::say);
    return reading.unreadable() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }

  private static boolean isShown(History life, Shown shown, long end) {
    return switch (life.verdict()) {
      case LEAKED -> shown.leaked();
      case OPEN -> shown.open() && isOldEnough(life, shown.olderThanMillis(), end);
      default -> true;
    };
  }

  /** One of which the registration is not known may be of any age. */
  private static boolean isOldEnough(History life, long millis, long end) {
    return millis == 0
        || (!life.steps().isEmpty()
            && life.steps().get(0).kind() == Step.Kind.REGISTER
            && end - life.steps().get(0).moment().time() >= TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static void refuseMany(List<Recording> recordings) throws UsageException {
    record Whose(long pid, long startedAt, String name) {}
    long jvms =
        recordings.stream()
            .map(
                recording -> {
                  Jvm jvm = recording.jvm();
                  return jvm == null
                      ? new Whose(0, 0, recording.file().toString())
                      : new Whose(jvm.pid(), jvm.startedAt(), jvm.sign());
                })
            .distinct()
            .count();
    if (jvms > 1) {
      throw new UsageException(
          "these recordings are from "
              + jvms
              + " JVMs, but resource ids are unique only within one; export each JVM to its own"
              + " file");
    }
  }

  /** Nothing happened before: the start of the JVM, or of the recording where that is not known. */
  private static long start(List<Recording> recordings) {
    return recordings.stream()
        .mapToLong(
            recording -> {
              Jvm jvm = recording.jvm();
              return jvm == null || jvm.startedAt() <= 0
                  ? recording.start()
                  : Math.min(jvm.startedAt(), recording.start());
            })
        .min()
        .orElse(0);
  }

  private static String words(long leaked, MissionControlExport.Written written) {
    return String.format(
        Locale.ROOT,
        "wrote %,d leaked and %,d open; left out %,d leaked that are only known as a count",
        written.leaked(),
        written.open(),
        Math.max(0, leaked - written.leaked()));
  }

  private static String words(long leaked, Written written) {
    return String.format(
        Locale.ROOT,
        "wrote %,d leaked, %,d open and %,d released; left out %,d ignored or of unknown end, and"
            + " %,d leaked that are only known as a count; %s",
        written.leaked(),
        written.open(),
        written.released(),
        written.leftOut(),
        Math.max(0, leaked - written.leaked()),
        sizes(written));
  }

  /** What the sizes mean: a sum of bytes and of ones means nothing. */
  private static String sizes(Written written) {
    long all = written.leaked() + written.open() + written.released();
    return written.sized() == 0
        ? "each has the size 1, because none said how many bytes it holds"
        : written.sized() == all
            ? "sizes are what they hold, in bytes"
            : String.format(
                Locale.ROOT,
                "sizes are bytes for the %,d that said what they hold, and 1 for the others",
                written.sized());
  }
}
