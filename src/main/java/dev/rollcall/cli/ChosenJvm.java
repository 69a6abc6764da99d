package dev.rollcall.cli;

import dev.rollcall.attach.Attach;
import dev.rollcall.attach.AttachedJvm;
import dev.rollcall.attach.NamedJvm;
import dev.rollcall.attach.NotAttachedException;
import dev.rollcall.cli.reading.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The running JVM that a command asks. */
final class ChosenJvm {
  @Parameters(
      arity = "0..1",
      paramLabel = "PID",
      converter = PidConverter.class,
      description =
          "The process id of a JVM of yours on this machine. Without it, those that run with"
              + " Rollcall are listed.")
  private @Nullable Long pid;

  /** Reads a process id. */
  static final class PidConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      if (text.matches("0*[1-9][0-9]{0,17}")) {
        return Long.parseLong(text);
      }
      throw new TypeConversionException(
          "'" + text + "' is not a process id; to see those of your JVMs, leave it out");
    }
  }

  /** What is done with the JVM. */
  interface Question {
    int ask(AttachedJvm jvm) throws Exception;
  }

  /** Asks it; says why not where that cannot be. */
  int ask(String command, Diagnostics diagnostics, Question question) throws Exception {
    try {
      if (pid == null) {
        sayCandidates(command, diagnostics);
        return ExitCode.USAGE;
      }
      try (AttachedJvm jvm = Attach.to(pid)) {
        return question.ask(jvm);
      }
    } catch (NotAttachedException e) {
      diagnostics.say(String.valueOf(e.getMessage()));
      return e.isWrongProcess() ? ExitCode.USAGE : ExitCode.UNREADABLE;
    }
  }

  private static void sayCandidates(String command, Diagnostics diagnostics)
      throws NotAttachedException {
    List<NamedJvm> jvms = Attach.candidates();
    if (jvms.isEmpty()) {
      diagnostics.say(
          "no JVM of yours runs with Rollcall; start one with -Drollcall.mode=warn, then name it:"
              + " rollcall "
              + command
              + " PID");
      return;
    }
    diagnostics.say(
        "name the JVM, as in rollcall "
            + command
            + " "
            + jvms.get(0).pid()
            + "; with Rollcall run:");
    jvms.forEach(jvm -> diagnostics.say("  " + jvm.pid() + "  " + jvm.name()));
  }
}
