package dev.rollcall.cli.mcp.files;

import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.reading.Reading;
import dev.rollcall.cli.reading.Reports;
import dev.rollcall.gate.Report;
import dev.rollcall.reader.Inputs;
import dev.rollcall.reader.Inputs.Input;
import dev.rollcall.report.json.JsonReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read lately. Several questions about the same files read them once, as long as the files
 * stay as they are; and one reading is done after the other, for each takes memory.
 */
public final class Library {
  private static final int MOST = 4;
  private static final long MOST_BYTES = 1L << 30;

  private final StartDirectories directories;
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Nothing is read yet. */
  public Library(StartDirectories directories) {
    this.directories = directories;
  }

  /**
   * What files have to report.
   *
   * @param problems one sentence for each file that could not be read, or was left out
   */
  public record Told(Report report, List<String> problems) {}

  /** Lives, the first ones; {@code total}: how many there are. */
  public record Lives(List<History> first, long total, List<String> problems) {}

  /** What was asked of which files. */
  private record Key(List<Stamp> files, Object asked) {}

  /** A file as it was when it was read. */
  private record Stamp(Path file, boolean fromDirectory, long size, long modified) {}

  private record Kept(Object answer, long bytes) {}

  /** An answer that has to be made. */
  private interface Making<T> {
    T make(Inputs inputs) throws Refusal;
  }

  /**
   * What files have to report, all of them together.
   *
   * @throws Refusal if none of them could be read
   */
  public Told report(List<String> names) throws Refusal {
    return kept(Told.class, names, "report", Library::read);
  }

  /**
   * The lives of a selection that ended in some way, or in any; at most so many.
   *
   * @throws Refusal if none of the files could be read
   */
  public Lives lives(List<String> names, Selection selection, @Nullable Verdict ended, int most)
      throws Refusal {
    record Asked(Selection selection, @Nullable Verdict ended, int most) {}
    return kept(
        Lives.class,
        names,
        new Asked(selection, ended, most),
        inputs -> lives(inputs, selection, ended, most));
  }

  private synchronized <T> T kept(Class<T> type, List<String> names, Object asked, Making<T> making)
      throws Refusal {
    Inputs inputs = directories.inputs(names);
    List<Stamp> stamps = new ArrayList<>();
    long bytes = 0;
    for (Input input : inputs.files()) {
      try {
        long size = Files.size(input.file());
        long modified = Files.getLastModifiedTime(input.file()).toMillis();
        stamps.add(new Stamp(input.file(), input.fromDirectory(), size, modified));
        bytes += size;
      } catch (IOException e) {
        throw new Refusal("cannot read " + input.name() + "; list shows what there is");
      }
    }
    Key key = new Key(stamps, asked);
    Kept known = kept.get(key);
    if (known != null) {
      return type.cast(known.answer());
    }
    T answer = making.make(inputs);
    kept.put(key, new Kept(answer, bytes));
    forget();
    return answer;
  }

  /** The oldest answers, where there are many, or they rest on much; never the newest. */
  private void forget() {
    long bytes = kept.values().stream().mapToLong(Kept::bytes).sum();
    Iterator<Kept> oldestFirst = kept.values().iterator();
    while (kept.size() > 1 && (kept.size() > MOST || bytes > MOST_BYTES)) {
      bytes -= oldestFirst.next().bytes();
      oldestFirst.remove();
    }
  }

  private static Told read(Inputs inputs) throws Refusal {
    List<String> problems = new ArrayList<>();
    Reports reports = Reports.of(inputs, problems::add);
    if (reports.isEmpty()) {
      throw nothing(problems);
    }
    try {
      Report all = reports.sum(problems::add);
      return new Told(all, List.copyOf(problems));
    } catch (UsageException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private static Lives lives(Inputs inputs, Selection selection, @Nullable Verdict ended, int most)
      throws Refusal {
    for (Input input : inputs.files()) {
      if (JsonReportReader.looksLikeJson(input.file())) {
        throw new Refusal(
            input.name()
                + " is a JSON report, which has no lives; name the recording that it was made"
                + " from");
      }
    }
    List<String> problems = new ArrayList<>();
    Reading reading = Reading.of(inputs, problems::add, () -> new JvmLog(selection));
    if (reading.recordings() == 0) {
      throw nothing(problems);
    }
    List<History> first = new ArrayList<>();
    long total = 0;
    Iterator<History> all = reading.analysis().histories(selection).iterator();
    while (all.hasNext()) {
      History life = all.next();
      if (ended == null || life.verdict() == ended) {
        total++;
        if (total <= most) {
          first.add(life);
        }
      }
    }
    return new Lives(List.copyOf(first), total, List.copyOf(problems));
  }

  private static Refusal nothing(List<String> problems) {
    return new Refusal(
        problems.size() == 1
            ? problems.get(0)
            : "none of these files could be read, the first because: " + problems.get(0));
  }
}
