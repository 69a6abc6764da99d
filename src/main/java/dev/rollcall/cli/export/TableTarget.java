package dev.rollcall.cli.export;

import dev.rollcall.cli.option.UsageException;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Report;
import dev.rollcall.report.table.JvmTables;
import dev.rollcall.report.table.Owners;
import dev.rollcall.report.table.Part;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings as tables. */
final class TableTarget implements FindingsExport.Target {
  private final TableDirectory directory;
  private final Owners owners;
  private final int examples;
  private final SortedMap<String, JvmTables> jvms = new TreeMap<>();

  /** {@code examples}: how many lives of each group are written, at most. */
  TableTarget(TableDirectory directory, Owners owners, int examples) {
    this.directory = directory;
    this.owners = owners;
    this.examples = examples;
  }

  @Override
  public void add(String jvm, Report report) {
    jvms.put(jvm, JvmTables.of(jvm, report, owners, examples));
  }

  @Override
  public String write() throws UsageException {
    TableDirectory.Written written = directory.write(Part.of(jvms.values().stream().toList()));
    return Words.count(written.rows(), "row", "rows")
        + " in "
        + Words.count(written.files(), "file", "files")
        + ", to "
        + directory;
  }
}
