package dev.rollcall.cli.page;

import dev.rollcall.cli.option.Format;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.UsageException;
import java.util.List;

/** Where a report goes, and as what. */
public interface ReportTarget {
  /** Refuses, before any work is done, what cannot be. */
  void check(List<String> inputs) throws UsageException;

  Format format();

  /** How wide the lines of a text may be. */
  int columns();

  /** What stands below the report; empty for nothing. */
  String ending();

  /** Writes the report; {@code stdout} is where it goes unless it goes to a file. */
  void write(ResultStream stdout, OutputOption.Content content) throws UsageException;
}
