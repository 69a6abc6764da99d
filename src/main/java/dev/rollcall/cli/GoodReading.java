package dev.rollcall.cli;

import dev.rollcall.analysis.GoodRun;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.reading.Reading;
import dev.rollcall.reader.Inputs;
import dev.rollcall.report.json.JsonReportReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The good run that recordings are compared with, if one is named. Without a part of it the
 * comparison would be another one, so one bad file stops it all.
 */
record GoodReading(@Nullable GoodRun run, boolean unreadable) {
  private static final GoodReading NONE = new GoodReading(null, false);
  private static final GoodReading UNREADABLE = new GoodReading(null, true);

  static GoodReading of(List<String> names, Inputs compared, RollcallCommand rollcall)
      throws UsageException {
    if (names.isEmpty()) {
      return NONE;
    }
    if (!compared.files().isEmpty()
        && compared.files().stream().allMatch(input -> isJson(input.file()))) {
      throw new UsageException(
          "--good needs a recording to compare with: a JSON report has no lives");
    }
    Inputs good = rollcall.inputs(names);
    for (Inputs.Input input : good.files()) {
      if (isJson(input.file())) {
        throw new UsageException(
            "--good "
                + input.name()
                + " is a JSON report, which has no lives to compare with; name the recording that"
                + " it was made from");
      }
    }
    Reading reading = Reading.of(good, rollcall.diagnostics(), JvmLog::new);
    if (reading.unreadable()) {
      return UNREADABLE;
    }
    GoodRun run = reading.analysis().goodRun(name(good));
    if (run.isEmpty()) {
      rollcall
          .diagnostics()
          .say(
              name(good)
                  + " has nothing to compare with: no resource of it is known from beginning to"
                  + " end; record a good run with -Drollcall.mode=warn");
    }
    return new GoodReading(run, false);
  }

  private static boolean isJson(Path file) {
    return JsonReportReader.looksLikeJson(file);
  }

  /** What reports call it: the file as it was named. */
  private static String name(Inputs good) {
    Path name = good.files().get(0).name();
    Path last = name.getFileName();
    return good.files().size() > 1 || last == null ? "the good recordings" : last.toString();
  }
}
