package dev.rollcall.mutants;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.GoodRun;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.diagnosis.Diagnosis.Evidence;
import dev.rollcall.diagnosis.Weights;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.mutants.MutantRun.End;
import dev.rollcall.mutants.RealCases.RealCase;
import dev.rollcall.mutants.train.Candidate;
import dev.rollcall.mutants.train.Example;
import dev.rollcall.mutants.train.ExampleFile;
import dev.rollcall.mutants.train.LeaveOneOut;
import dev.rollcall.mutants.train.LeaveOneOut.Outcome;
import dev.rollcall.mutants.train.OutcomeTable;
import dev.rollcall.mutants.train.WeightsFile;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.UnreadableRecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of evidence from the recordings of the last run, and of real bugs, and prints
 * what they are worth: {@code Training DIRECTORY WEIGHTS [CASES RECORDINGS]}, where the second is
 * the file to write, and the last are the list of real cases and the directory of their recordings.
 */
final class Training {
  private final Path directory;
  private final GoodRun good;

  private Training(Path directory) throws IOException {
    this.directory = directory;
    this.good = analysis(directory.resolve("healthy.jfr")).goodRun("the healthy run");
  }

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Path runs = directory.resolve("runs.tsv");
    if (!Files.exists(runs)) {
      System.err.println(
          "diagnosis: there are no recordings in " + directory + ": run without --again.");
      System.exit(1);
    }
    List<Example> examples = new Training(directory).examples(Files.readAllLines(runs));
    if (args.length > 2) {
      for (RealCase real : RealCases.read(Path.of(args[2]), Path.of(args[3]))) {
        add(real, examples);
      }
    }
    ExampleFile.write(directory.resolve("examples.tsv"), examples);
    // Before the table is written: it may be on the class path.
    List<Outcome> shipped = LeaveOneOut.outcomes(examples, Weights.shipped());
    LeaveOneOut learning = new LeaveOneOut(examples);
    WeightsFile.write(Path.of(args[1]), learning.learned());
    String table = OutcomeTable.of(learning.outcomes(), shipped);
    Files.writeString(directory.resolve("training.md"), table);
    System.out.print(table);
  }

  private List<Example> examples(List<String> runs) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : runs) {
      MutantRun run = MutantRun.parse(line);
      if (run.end() == End.KILLED) {
        Mutant mutant = run.mutant();
        Analysis analysis = analysis(directory.resolve(mutant.id() + ".jfr"));
        add(mutant, analysis, null, examples);
        if (mutant.bug().isWhole()) {
          add(mutant, analysis, good, examples);
        }
      }
    }
    return examples;
  }

  private static void add(
      Mutant mutant, Analysis analysis, @Nullable GoodRun good, List<Example> examples) {
    largest(analysis, mutant.bug().isOverRelease(), good)
        .forEach(evidence -> examples.add(example(mutant, good != null, evidence)));
  }

  /**
   * The largest group of leaks or of misuses: what a person looks at first; none if there is none.
   */
  private static List<Evidence> largest(
      Analysis analysis, boolean overRelease, @Nullable GoodRun good) {
    if (overRelease) {
      return analysis.evidenceOfEarlyEnds(good).stream().limit(1).toList();
    }
    Map<String, Evidence> ofGroups = analysis.evidence(good);
    return analysis.findings(0, good).groups().stream()
        .limit(1)
        .map(group -> ofGroups.get(group.fingerprint()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static void add(RealCase real, List<Example> examples) throws IOException {
    Analysis analysis = analysis(real.recording());
    for (Evidence evidence : largest(analysis, real.overRelease(), null)) {
      List<Candidate> candidates = new ArrayList<>();
      evidence
          .strengths()
          .forEach(
              (method, strengths) ->
                  candidates.add(
                      new Candidate(
                          method.name(),
                          real.isIn(method.frame()),
                          real.isOfClass(method.frame()),
                          strengths)));
      examples.add(
          new Example(
              real.name() + "-" + real.variant(),
              "case " + real.name(),
              new Example.Bug("real bug, " + real.variant(), Example.REAL, false),
              evidence.lives(),
              evidence.siblings(),
              candidates));
    }
  }

  private static Example example(Mutant mutant, boolean good, Evidence evidence) {
    List<Candidate> candidates = new ArrayList<>();
    evidence
        .strengths()
        .forEach(
            (method, strengths) -> candidates.add(candidate(mutant.site(), method, strengths)));
    return new Example(
        mutant.id(),
        mutant.library(),
        new Example.Bug(mutant.bug().words, mutant.bug().extent(), good),
        evidence.lives(),
        evidence.siblings(),
        candidates);
  }

  private static Candidate candidate(Site site, Method method, Map<Feature, Double> strengths) {
    StackTraceElement frame = method.frame();
    return new Candidate(
        method.name(),
        site.isIn(frame.getClassName(), frame.getMethodName()),
        site.isOfClass(frame.getClassName()),
        strengths);
  }

  private static Analysis analysis(Path file) throws IOException {
    JvmLog events = new JvmLog();
    Analysis analysis = new Analysis();
    try {
      analysis.add(new RecordingReader().read(file, file, events), events, null);
    } catch (UnreadableRecordingException e) {
      throw new IOException(file + " cannot be read", e);
    }
    return analysis;
  }
}
