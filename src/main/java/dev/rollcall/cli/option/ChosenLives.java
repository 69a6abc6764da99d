package dev.rollcall.cli.option;

import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.common.Words;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Which lives are shown: those of one resource, type or leak group, those that ended in some way.
 */
public final class ChosenLives {
  @Option(
      names = "--id",
      paramLabel = "N",
      converter = ResourceId.Converter.class,
      description = "The resource with this id, as 42 or 0x2a.")
  private @Nullable ResourceId id;

  @Option(
      names = "--type",
      paramLabel = "T",
      description = "All resources of this class, full or simple name.")
  private @Nullable String type;

  @Option(
      names = "--group",
      paramLabel = "F",
      description = "All resources of the leak group with this fingerprint.")
  private @Nullable String group;

  @Option(names = "--leaked", description = "Only what has leaked.")
  private boolean leaked;

  @Option(
      names = "--open",
      description =
          "Only what was open when the recording ended; with --leaked, too, either of them.")
  private boolean open;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "At most so many lives.")
  private int limit = Integer.MAX_VALUE;

  /** Reads how many. */
  static final class LimitConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("0*[1-9][0-9]*")) {
        return new BigInteger(text).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
      }
      throw new TypeConversionException("'" + text + "' is not a number of lives, use 1 or more");
    }
  }

  /** Refuses what chooses nothing, or by two things at once. */
  public void check() throws UsageException {
    long ways = Stream.of(id != null, type != null, group != null).filter(given -> given).count();
    if (ways > 1) {
      throw new UsageException("give only one of --id, --type and --group");
    }
    if (ways == 0 && !leaked && !open) {
      throw new UsageException(
          "say which lives to show: --id, --type, --group, --leaked or --open");
    }
  }

  /** What they have in common while they live. */
  public Selection selection() {
    if (id != null) {
      return new Selection.ById(id.value());
    }
    if (type != null) {
      return new Selection.ByType(type);
    }
    return group != null ? new Selection.ByGroup(group) : new Selection.All();
  }

  /** Whether a life ended as is wanted. */
  public boolean ended(History history) {
    return ends().contains(history.verdict());
  }

  private Set<Verdict> ends() {
    Set<Verdict> ends = EnumSet.noneOf(Verdict.class);
    if (leaked) {
      ends.add(Verdict.LEAKED);
    }
    if (open) {
      ends.add(Verdict.OPEN);
    }
    return ends.isEmpty() ? EnumSet.allOf(Verdict.class) : ends;
  }

  public int limit() {
    return limit;
  }

  /** What a resource is that is chosen, as in "has leaked". */
  public String words() {
    String how = leaked && open ? "has leaked or is open" : leaked ? "has leaked" : "is open";
    if (!leaked && !open) {
      return which();
    }
    return which().isEmpty() ? how : which() + " and " + how;
  }

  private String which() {
    if (id != null) {
      return "has the id " + Words.id(id.value());
    }
    if (type != null) {
      return "is of the type " + type;
    }
    return group == null ? "" : "is in the group " + group;
  }
}
