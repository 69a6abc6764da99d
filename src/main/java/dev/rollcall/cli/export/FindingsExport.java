package dev.rollcall.cli.export;

import dev.rollcall.cli.option.UsageException;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Gate;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.Shown;
import dev.rollcall.gate.compare.Identity;
import dev.rollcall.gate.compare.Source;
import dev.rollcall.report.source.Sources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers the findings of each JVM that count, and gives them to where they are written. */
public final class FindingsExport {
  private final Target target;
  private final Gate gate;
  private final Sources sources;
  private final Shown shown;
  private final UnaryOperator<Report> redaction;

  private final Map<String, Added> added = new HashMap<>();
  private final Set<Rule> used = new HashSet<>();

  /** Where what was added of a JVM came from. */
  private record Added(String name, Set<Object> recordings) {}

  /** What findings are written as. */
  interface Target {
    /**
     * Adds a JVM; in any order.
     *
     * @param jvm its name, as {@link Identity#key} has it
     */
    void add(String jvm, Report report);

    /** Writes all that was added; what was written but for the JVMs, in words. */
    String write() throws UsageException;
  }

  FindingsExport(
      Target target, Gate gate, Sources sources, Shown shown, UnaryOperator<Report> redaction) {
    this.target = target;
    this.gate = gate;
    this.sources = sources;
    this.shown = shown;
    this.redaction = redaction;
  }

  /**
   * Why a report is left out.
   *
   * @param isRepeat whether nothing is missing without it, because an earlier one has the same
   */
  public record LeftOut(String sentence, boolean isRepeat) {}

  /** Adds a report of one JVM; why it is left out, {@code null} if it is not. */
  public @Nullable LeftOut add(Source source) {
    String key = Identity.key(source.report().findings());
    Set<Object> recordings = Identity.recordings(source.report());
    Added earlier = added.get(key);
    if (earlier == null) {
      added.put(key, new Added(source.name(), recordings));
      // The key is that of before: it must not change with what is taken out.
      target.add(key, report(source.report()));
      return null;
    }
    boolean isRepeat = earlier.recordings.equals(recordings);
    return new LeftOut(
        isRepeat
            ? source.name()
                + " covers the same recordings as "
                + earlier.name
                + ", so it is left out"
            : source.name()
                + " cannot be told from the JVM of "
                + earlier.name
                + " and has other recordings, so it is left out; give all recordings of that JVM, or"
                + " one report of them all",
        isRepeat);
  }

  private Report report(Report report) {
    Report all = gate.apply(report.withFiles(sources));
    all.suppressions().stream()
        .filter(suppressed -> suppressed.resources() > 0)
        .forEach(suppressed -> used.add(suppressed.rule()));
    return redaction.apply(shown.apply(all));
  }

  /** The rules that suppressed nothing in any JVM. */
  public List<Rule> unused() {
    return gate.rules().stream().filter(rule -> !used.contains(rule)).toList();
  }

  /** Writes all that was added; what was written, in words. */
  public String write() throws UsageException {
    return "wrote " + Words.count(added.size(), "JVM", "JVMs") + ", " + target.write();
  }
}
