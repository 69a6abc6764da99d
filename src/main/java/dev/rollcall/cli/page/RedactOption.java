package dev.rollcall.cli.page;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.gate.redact.Redaction;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is taken out of a result before others see it. */
public final class RedactOption {
  @Option(
      names = "--redact",
      paramLabel = "FIELDS",
      converter = Converter.class,
      description =
          "Take texts of the program out of the result: notes, descriptions, messages, threads,"
              + " requests or labels, separated by commas. Each reads (redacted), and threads are"
              + " numbered.")
  private @Nullable Fields fields;

  /** Kinds of text. */
  private record Fields(Set<Redaction.Kind> kinds) {}

  /** Reads the words of {@link Redaction.Kind}; any other is refused. */
  static final class Converter implements ITypeConverter<Fields> {
    @Override
    public Fields convert(String list) {
      Set<Redaction.Kind> kinds = EnumSet.noneOf(Redaction.Kind.class);
      for (String word : list.split(",", -1)) {
        kinds.add(kind(word.strip()));
      }
      return new Fields(kinds);
    }

    private static Redaction.Kind kind(String word) {
      for (Redaction.Kind kind : Redaction.Kind.values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      String words =
          Arrays.stream(Redaction.Kind.values())
              .map(Redaction.Kind::word)
              .collect(Collectors.joining(", "));
      throw new TypeConversionException(
          "'" + word + "' is no text that can be taken out, use one or more of " + words);
    }
  }

  /** A report without it. */
  public Report from(Report report) {
    return fields == null ? report : new Redaction(fields.kinds()).of(report);
  }

  /** A comparison without it. */
  public Diff from(Diff diff) {
    return fields == null ? diff : new Redaction(fields.kinds()).of(diff);
  }

  /** What takes it out of lives. */
  public UnaryOperator<History> ofLives() {
    return fields == null ? UnaryOperator.identity() : new Redaction(fields.kinds())::of;
  }

  /** The words of what is taken out, always in the same order. */
  public List<String> words() {
    return fields == null ? List.of() : fields.kinds().stream().map(Redaction.Kind::word).toList();
  }
}
