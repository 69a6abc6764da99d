package dev.rollcall.cli.usage;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence that says what to do. */
public final class UsageWords {
  public static final String NO_COMMAND = "no command given; see rollcall help";

  private static final int MOST_SUGGESTIONS = 3;

  private UsageWords() {}

  /** The sentence. */
  public static String of(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (problem instanceof MissingParameterException missing) {
      return missing(missing);
    }
    ArgSpec arg = problem.getArgSpec();
    if (problem instanceof OverwrittenOptionException overwritten) {
      return name(overwritten.getOverwritten()) + " is given twice; give it once";
    }
    if (arg != null && problem.getCause() instanceof TypeConversionException why) {
      return takesNoValue(arg)
          ? name(arg) + " takes no value; leave out what follows the ="
          : name(arg) + ": " + why.getMessage();
    }
    return String.valueOf(problem.getMessage())
            .replaceAll("\\s+", " ")
            .replaceFirst("^Unknown subcommand ('.*')\\.$", "$1 is not a command")
        + seeHelp(problem.getCommandLine());
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    CommandLine command = problem.getCommandLine();
    String word = problem.getUnmatched().get(0);
    String what;
    if (problem.isUnknownOption()) {
      what = "there is no option " + word.replaceFirst("=.*", "");
    } else if (command.getParent() == null) {
      what = "'" + word + "' is not a command";
    } else {
      return "'" + word + "' is one argument too many" + seeHelp(command);
    }
    List<String> suggestions = problem.getSuggestions();
    boolean tooMany = problem.isUnknownOption() && suggestions.size() > MOST_SUGGESTIONS;
    if (suggestions.isEmpty() || tooMany) {
      return what + seeHelp(command);
    }
    // Commands come by likeness, options by their first letters.
    List<String> meant = problem.isUnknownOption() ? suggestions : suggestions.subList(0, 1);
    return what + "; did you mean " + String.join(" or ", meant) + "?";
  }

  private static String missing(MissingParameterException problem) {
    ArgSpec arg = problem.getMissing().get(0);
    String what =
        arg instanceof OptionSpec option
            ? option.longestName() + " needs a value, " + option.paramLabel()
            : arg.paramLabel() + " is missing";
    return what + seeHelp(problem.getCommandLine());
  }

  private static boolean takesNoValue(ArgSpec arg) {
    return arg.arity().max() == 0;
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  private static String seeHelp(CommandLine command) {
    String which = command.getParent() == null ? "" : " " + command.getCommandName();
    return "; see rollcall help" + which;
  }
}
