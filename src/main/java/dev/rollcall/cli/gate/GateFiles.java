package dev.rollcall.cli.gate;

import dev.rollcall.cli.option.UsageException;
import dev.rollcall.gate.Gate;
import dev.rollcall.gate.MalformedRuleException;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.RuleFile;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.json.MalformedReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that say which findings count. */
public final class GateFiles {
  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description =
          "Do not count the leaks that match a rule in FILE. A rule is a line KIND PATTERN"
              + " [held|lost] \"reason\"; # starts a comment. KIND is type (a class name) or frame"
              + " (Class.method anywhere in the site), both with * as wildcard, or fingerprint. May be"
              + " repeated; the first rule that matches a leak takes it.")
  private List<Path> suppressions = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Count only leak groups and misuses that are not in FILE, an earlier JSON report.")
  private @Nullable Path baseline;

  @Option(names = "--grown", description = "With --baseline: also count groups that have grown.")
  private boolean grown;

  /** The files that the options name: they are read, so no result may overwrite them. */
  public List<String> files() {
    List<String> files = new ArrayList<>();
    suppressions.forEach(file -> files.add(file.toString()));
    if (baseline != null) {
      files.add(baseline.toString());
    }
    return files;
  }

  /** Reads the files that the options name. */
  public Gate load() throws UsageException {
    if (grown && baseline == null) {
      throw new UsageException("--grown needs --baseline FILE to compare with");
    }
    try {
      Report known = baseline == null ? null : JsonReportReader.read(baseline);
      return new Gate(rules(), known, grown);
    } catch (MalformedReportException | MalformedRuleException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<Rule> rules() throws MalformedRuleException, UsageException {
    List<Rule> rules = new ArrayList<>();
    for (Path file : suppressions) {
      try {
        rules.addAll(RuleFile.parse(file.toString(), Files.readString(file)));
      } catch (IOException e) {
        throw new UsageException(
            "cannot read --suppressions " + file + "; name a text file that you may read");
      }
    }
    return rules;
  }
}
