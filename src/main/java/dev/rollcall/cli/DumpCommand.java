package dev.rollcall.cli;

import dev.rollcall.attach.AttachedJvm;
import dev.rollcall.attach.Dump;
import dev.rollcall.attach.NotAttachedException;
import dev.rollcall.cli.option.KeepOption;
import dev.rollcall.cli.option.PositiveConverter;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.page.ResultOptions;
import dev.rollcall.common.Words;
import dev.rollcall.reader.Inputs;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall dump}: what a running JVM has recorded, and the report on it, in one go. */
@Command(
    name = "dump",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Report on a JVM that runs: what is open now, and where it was registered.",
    description = {
      "",
      "Takes what the JVM has recorded so far, and reports on it as rollcall report does. Its own"
          + " recordings go on. Where none runs, one is started for as long as --seconds says: then"
          + " only what is still open and what happens from then on is known.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      ExitCode.CLEAN_WORDS,
      ExitCode.FOUND_WORDS,
      ExitCode.USAGE_WORDS,
      " 3:the JVM could not be asked, or its recording not be read",
      ExitCode.UNSURE_WORDS
    },
    footer = {
      "",
      "Examples:",
      "  rollcall dump                          (lists the JVMs that can be named)",
      "  rollcall dump 4711",
      "  rollcall dump 4711 --seconds 60 --keep shop.jfr",
      "  rollcall dump 4711 --format json --output open.json",
      "  rollcall dump 4711 --format html --output open.html"
    })
final class DumpCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private ChosenJvm chosen = new ChosenJvm();

  @Mixin private ResultOptions result = new ResultOptions(false);

  @Mixin private ReportOptions options = new ReportOptions();

  @Mixin private KeepOption keep = new KeepOption();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      converter = PositiveConverter.class,
      description = "Let the JVM go on for N seconds first, recorded.")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    keep.check();
    ReportOptions.Prepared report = options.prepare(keep.files(), result);
    return chosen.ask("dump", rollcall.diagnostics(), jvm -> dump(jvm, report));
  }

  private int dump(AttachedJvm jvm, ReportOptions.Prepared report) throws Exception {
    try (Dump dump = Dump.of(jvm, SettingsCommand.settings("rollcall.jfc"))) {
      if (!dump.isRecorded()) {
        sayWhatIsNotKnown(jvm);
      }
      dump.await(Duration.ofSeconds(seconds));
      NotAttachedException[] failed = new NotAttachedException[1];
      int code =
          keep.use(
              channel -> {
                try {
                  dump.writeTo(Channels.newOutputStream(channel));
                } catch (NotAttachedException e) {
                  failed[0] = e;
                }
              },
              file -> failed[0] != null ? ExitCode.UNREADABLE : report(jvm, file, report));
      if (failed[0] != null) {
        throw failed[0];
      }
      return code;
    }
  }

  private int report(AttachedJvm jvm, Path file, ReportOptions.Prepared report)
      throws UsageException {
    Path name = keep.files().isEmpty() ? Path.of("JVM " + jvm.pid()) : file;
    return report.of(new Inputs(List.of(new Inputs.Input(file, false, name)), List.of()), rollcall);
  }

  private void sayWhatIsNotKnown(AttachedJvm jvm) {
    String since =
        seconds == 0 ? "" : " and what happens in the next " + Words.count(seconds, "second");
    rollcall
        .diagnostics()
        .say(
            "no recording in JVM "
                + jvm.pid()
                + " followed lives, so only what is still open"
                + since
                + " is known; to know all lives from now on, start one: jcmd "
                + jvm.pid()
                + " JFR.start");
  }
}
