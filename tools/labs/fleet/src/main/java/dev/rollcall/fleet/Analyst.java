package dev.rollcall.fleet;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.gate.Report;
import dev.rollcall.reader.Outcomes;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.table.JvmTables;
import dev.rollcall.report.table.Owners;
import dev.rollcall.report.table.Table;
import dev.rollcall.report.table.Tables;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads all files of one process as {@code rollcall report} does. A file that cannot be read costs
 * itself.
 */
final class Analyst {
  private final Configuration hadoop;
  private final int examples;
  private final Owners owners;
  private final List<BadFile> bad = new ArrayList<>();
  private final Analysis analysis = new Analysis();
  private long recordings;
  private long copies;

  Analyst(Configuration hadoop, int examples, Owners owners) {
    this.hadoop = hadoop;
    this.examples = examples;
    this.owners = owners;
  }

  /** What is in the files. One analyst takes the files of one process. */
  Outcome read(JvmFiles jvmFiles) throws IOException {
    long start = System.nanoTime();
    try (LocalCopies local = new LocalCopies(hadoop)) {
      RecordingReader reader = new RecordingReader();
      for (RecordingFile file : jvmFiles.files()) {
        add(jvmFiles.whose(), file, local, reader);
      }
    }
    List<String> report = new ArrayList<>();
    List<TableRows> rows = new ArrayList<>();
    List<Analysis> jvms = recordings == 0 ? List.of() : analysis.byJvm();
    if (recordings > 0) {
      report.add(json(Report.of(analysis.findings(examples))));
    }
    for (Analysis jvm : jvms) {
      JvmTables tables = JvmTables.of(Report.of(jvm.findings(examples)), owners);
      for (Table table : Tables.all()) {
        rows.add(TableRows.of(table, tables.date(), tables.rows(table)));
      }
    }
    return new Outcome(
        report,
        rows,
        new Outcome.Reading(
            jvmFiles,
            jvms.size(),
            recordings,
            copies,
            List.copyOf(bad),
            Duration.ofNanos(System.nanoTime() - start).toMillis()));
  }

  private void add(Whose whose, RecordingFile file, LocalCopies local, RecordingReader reader) {
    try {
      Path copy = local.copy(file);
      reader.readEach(copy, Path.of(file.name()), new Taken(whose, file));
      LocalCopies.remove(copy);
    } catch (IOException e) {
      tell(
          file,
          "cannot fetch "
              + file.name()
              + " ("
              + e.getClass().getSimpleName()
              + "); check that the job may read it");
    }
  }

  /** Takes what is of the process; what an archive has of others, other tasks take. */
  private final class Taken implements Outcomes<JvmLog> {
    private final Whose whose;
    private final RecordingFile file;

    Taken(Whose whose, RecordingFile file) {
      this.whose = whose;
      this.file = file;
    }

    @Override
    public JvmLog log() {
      return new JvmLog();
    }

    @Override
    public void read(Recording recording, JvmLog events) {
      boolean isCopy = recording.chunks() == 0;
      if (isCopy || Whose.of(recording).equals(whose)) {
        recordings++;
        copies += isCopy ? 1 : 0;
        analysis.add(recording, events, recording.file().getParent());
      } else if (recording.file().equals(Path.of(file.name()))) {
        tell(
            file,
            file.name()
                + " has the chunks of several JVMs; take it apart with jfr disassemble and give"
                + " what comes out");
      }
    }

    @Override
    public void unreadable(String sentence) {
      tell(file, sentence);
    }
  }

  private void tell(RecordingFile file, String sentence) {
    bad.add(new BadFile(file, sentence));
  }

  private static String json(Report report) throws IOException {
    StringWriter text = new StringWriter();
    JsonReport.write(report, text);
    return text.toString();
  }
}
