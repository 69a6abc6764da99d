package dev.rollcall.cli;

import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall settings}: the settings files in the jar, for the JVM, which needs files. */
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Write the settings file for flight recordings of resources' lives.",
    description = {
      "",
      "A JVM that is started with -XX:StartFlightRecording records Rollcall's events with the JDK's"
          + " own settings, too. These settings record little else, and have options, such as which"
          + " stack traces are taken.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {" 0:done", ExitCode.USAGE_WORDS},
    footer = {
      "",
      "Examples:",
      "  rollcall settings --output rollcall.jfc",
      "  java -XX:StartFlightRecording:settings=rollcall.jfc,filename=app.jfr ...",
      "",
      "  rollcall settings --production --output rollcall-production.jfc",
      "  java -XX:StartFlightRecording:settings=rollcall-production.jfc,filename=app.jfr ...",
      "",
      "  rollcall settings --profile --output rollcall-profile.jfc",
      "  java -XX:StartFlightRecording:settings=profile,settings=rollcall-profile.jfc"
    })
final class SettingsCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--profile",
      description =
          "Write those that are added to the JDK's settings \"profile\", and so switch nothing off.")
  private boolean profile;

  @Option(
      names = "--production",
      description =
          "Write those to be left on in production: every resource is counted, and the lives of some"
              + " are recorded.")
  private boolean production;

  @Override
  public Integer call() throws UsageException {
    output.check(List.of());
    if (production && profile) {
      throw new UsageException("--production and --profile are two files: write one at a time");
    }
    String settings =
        settings(
            production
                ? "rollcall-production.jfc"
                : profile ? "rollcall-profile.jfc" : "rollcall.jfc");
    output.write(rollcall.out(), writer -> writer.write(settings));
    return ExitCode.CLEAN;
  }

  static String settings(String name) {
    try (InputStream stream =
        SettingsCommand.class.getResourceAsStream("/dev/rollcall/jfc/" + name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
