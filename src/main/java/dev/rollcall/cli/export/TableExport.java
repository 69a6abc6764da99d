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
import dev.rollcall.report.table.JvmTables;
import dev.rollcall.report.table.Owners;
import dev.rollcall.report.table.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers what of each JVM goes into the tables, and writes them. */
public final class TableExport {
  private final TableDirectory directory;
  private final Gate gate;
  private final Sources sources;
  private final Shown shown;
  private final UnaryOperator<Report> redaction;
  private final Owners owners;

  private final SortedMap<String, Added> added = new TreeMap<>();
  private final Set<Rule> used = new HashSet<>();

  /** What was added of a JVM, and where it came from. */
  private record Added(String name, Set<Object> recordings, JvmTables tables) {}

  TableExport(
      TableDirectory directory,
      Gate gate,
      Sources sources,
      Shown shown,
      UnaryOperator<Report> redaction,
      Owners owners) {
    this.directory = directory;
    this.gate = gate;
    this.sources = sources;
    this.shown = shown;
    this.redaction = redaction;
    this.owners = owners;
  }

  /**
   * Adds a report of one JVM.
   *
   * @return why it is left out, in a sentence; {@code null} if it is not
   * @throws UsageException if an earlier one is of the same JVM, and of other recordings
   */
  public @Nullable String add(Source source) throws UsageException {
    String key = Identity.key(source.report().findings());
    Set<Object> recordings = Identity.recordings(source.report());
    Added earlier = added.get(key);
    if (earlier == null) {
      added.put(key, new Added(source.name(), recordings, tables(key, source.report())));
      return null;
    }
    if (!earlier.recordings.equals(recordings)) {
      throw new UsageException(
          earlier.name
              + " and "
              + source.name()
              + " are of one JVM, but not of the same recordings, so its rows would contradict each"
              + " other; give all its recordings, or one report of them all");
    }
    return source.name() + " covers the same recordings as " + earlier.name + ", so it is left out";
  }

  private JvmTables tables(String key, Report report) {
    Report all = gate.apply(report.withFiles(sources));
    all.suppressions().stream()
        .filter(suppressed -> suppressed.resources() > 0)
        .forEach(suppressed -> used.add(suppressed.rule()));
    // The key is that of before: it must not change with what is taken out.
    return JvmTables.of(key, redaction.apply(shown.apply(all)), owners);
  }

  /** The rules that suppressed nothing in any JVM. */
  public List<Rule> unused() {
    return gate.rules().stream().filter(rule -> !used.contains(rule)).toList();
  }

  /** Writes all that was added; what was written, in words. */
  public String write() throws UsageException {
    List<Part> parts = Part.of(added.values().stream().map(Added::tables).toList());
    TableDirectory.Written written = directory.write(parts);
    return "wrote "
        + Words.count(added.size(), "JVM", "JVMs")
        + ", "
        + Words.count(written.rows(), "row", "rows")
        + " in "
        + Words.count(written.files(), "file", "files")
        + ", to "
        + directory;
  }
}
