package dev.rollcall.analysis;

import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.context.JvmContext;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.source.NamedFrames;
import dev.rollcall.analysis.source.RecordedFiles;
import dev.rollcall.analysis.verdict.LastCheckpoint;
import dev.rollcall.analysis.verdict.RecordedLosses;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was read, and the questions that can be asked of it. Files of one JVM are one story,
 * told by as many chunks as there are ({@link Stories}); files that do not say whose they are stand
 * alone, except that a directory of such files is taken for the repository of one JVM.
 */
public final class Analysis {
  private final Stories stories = new Stories();
  private final Map<Story, List<CheckerVerdicts>> judged = new HashMap<>();
  private final List<Recording> repeats = new ArrayList<>();

  /** Nothing read yet. */
  public Analysis() {}

  /** Adds a file and its events; {@code directory} is where it was found, if it was not named. */
  public void add(Recording recording, JvmLog events, @Nullable Path directory) {
    if (recording.chunks() == 0) {
      // Every chunk of it had been read from another file already.
      repeats.add(recording);
      return;
    }
    judged.clear();
    stories.add(recording, events, directory);
  }

  /**
   * Everything of each JVM by itself, in the order in which they were added. Files that repeat what
   * another one has stay with the JVM if there is one only; else it is not known whose they are,
   * and they are left out.
   */
  public List<Analysis> byJvm() {
    List<Analysis> all = new ArrayList<>();
    for (Story story : stories.all()) {
      Analysis one = new Analysis();
      one.stories.add(story);
      all.add(one);
    }
    if (all.size() == 1) {
      all.get(0).repeats.addAll(repeats);
    }
    return all;
  }

  /** What the recordings prove, with so many example lives for each group of leaks. */
  public Findings findings(int examples) {
    return findings(examples, checkerId -> true);
  }

  /** As {@link #findings(int)}; in the groups of what is open only what is at least so old. */
  public Findings findings(int examples, long openMillis) {
    return findings(examples, checkerId -> true, openMillis, null);
  }

  /** As {@link #findings(int)}, of some checkers only. */
  public Findings findings(int examples, IntPredicate checkers) {
    return findings(examples, checkers, 0, null);
  }

  /** As {@link #findings(int)}, compared with a run that is known to be good. */
  public Findings findings(int examples, @Nullable GoodRun good) {
    return findings(examples, 0, good);
  }

  /** As {@link #findings(int, long)}, compared with a run that is known to be good. */
  public Findings findings(int examples, long openMillis, @Nullable GoodRun good) {
    return findings(examples, checkerId -> true, openMillis, good);
  }

  /** All this as the good run that another one is compared with; reports call it by a name. */
  public GoodRun goodRun(String name) {
    return new GoodRun(name, gathered(null));
  }

  /**
   * What speaks against whom, for each group of leaks by its fingerprint: what a ranking is learned
   * from.
   */
  public Map<String, Diagnosis.Evidence> evidence(@Nullable GoodRun good) {
    return gathered(good).leaked().evidence();
  }

  /** The same for each group of what was misused after its end, the largest group first. */
  public List<Diagnosis.Evidence> evidenceOfEarlyEnds(@Nullable GoodRun good) {
    return gathered(good).misuses().evidence();
  }

  private Gathering gathered(@Nullable GoodRun good) {
    Gathering gathering = Gathering.empty(0, 0, good);
    verdicts().forEach(checker -> checker.gather(gathering));
    return gathering;
  }

  private Findings findings(
      int examples, IntPredicate checkers, long openMillis, @Nullable GoodRun good) {
    Gathering gathering = Gathering.empty(examples, openMillis, good);
    List<ReadRecording> recordings = new ArrayList<>();
    List<OverdueNotice> overdue = new ArrayList<>();
    FindingTotals totals = FindingTotals.NONE;
    List<Growth> growth = new ArrayList<>();
    List<LiveOverTime.Curve> curves = new ArrayList<>();
    List<LiveOverTime.Mark> marks = new ArrayList<>();
    boolean settled = true;
    for (Story story : stories.all()) {
      List<Loss> losses = new ArrayList<>();
      FindingTotals ofStory = FindingTotals.NONE;
      for (CheckerVerdicts checker : verdicts(story)) {
        if (!checkers.test(checker.log().checkerId())) {
          continue;
        }
        checker.gather(gathering);
        overdue.addAll(checker.overdue());
        growth.addAll(checker.growth());
        curves.addAll(checker.curves());
        marks.addAll(checker.marks());
        FindingTotals ofChecker = checker.totals();
        ofStory = ofStory.plus(ofChecker);
        settled &= ofChecker.open() == 0 || !checker.isUnsettled();
        losses.addAll(checker.losses());
      }
      totals = totals.plus(ofStory);
      if (!story.hasEvents()) {
        losses.add(new Loss(Loss.Kind.NO_EVENTS, null, "the recording has no Rollcall events"));
      } else if (ofStory.equals(FindingTotals.NONE) && lacksItsEnd(story)) {
        losses.add(
            new Loss(
                Loss.Kind.UNFINISHED,
                null,
                "the last chunk has no checkpoint at its end, as after a crash, and nothing was"
                    + " registered before"));
      }
      recordings.addAll(withLosses(story, losses));
    }
    marks.addAll(gathering.leaked().thrown());
    marks.addAll(gathering.open().thrown());
    repeats.forEach(repeat -> recordings.add(new ReadRecording(repeat, List.of())));
    return named()
        .of(
            new Findings(
                recordings,
                totals,
                gathering.leaked().largestFirst(),
                new StillOpen(
                    gathering.open().mostTellingFirst(),
                    Growth.sum(growth),
                    OverdueNotice.sum(overdue),
                    LiveOverTime.of(curves, marks)),
                gathering.misuses().largestFirst(examples),
                gathering.byCollector().largestFirst(),
                settled));
  }

  /** A JVM that crashes finishes the chunk, but our checkpoint at its end is not written. */
  private boolean lacksItsEnd(Story story) {
    return story.tests().isEmpty()
        && verdicts(story).stream().allMatch(CheckerVerdicts::isUnsettled)
        && LastCheckpoint.isMissing(
            verdicts(story).stream().map(CheckerVerdicts::log).toList(), story.recordings());
  }

  private NamedFrames named() {
    return new NamedFrames(
        new RecordedFiles(
            stories.all().stream().flatMap(story -> story.recordings().stream()).toList()));
  }

  /** What is missing from the whole story is said once, with its last recording. */
  private static List<ReadRecording> withLosses(Story story, List<Loss> ofStory) {
    List<Recording> recordings = story.recordings();
    List<ReadRecording> read = new ArrayList<>();
    for (int i = 0; i < recordings.size(); i++) {
      List<Loss> losses = new ArrayList<>(RecordedLosses.of(recordings.get(i)));
      if (i == recordings.size() - 1) {
        losses.addAll(ofStory);
      }
      read.add(new ReadRecording(recordings.get(i), losses, story.testOf(recordings.get(i))));
    }
    return read;
  }

  /** All verdicts; what was judged for one question is not judged again for the next. */
  Stream<CheckerVerdicts> verdicts() {
    return stories.all().stream().flatMap(story -> verdicts(story).stream());
  }

  private List<CheckerVerdicts> verdicts(Story story) {
    return judged.computeIfAbsent(story, this::judge);
  }

  private List<CheckerVerdicts> judge(Story story) {
    boolean dataLost =
        story.recordings().stream()
            .flatMap(recording -> RecordedLosses.of(recording).stream())
            .anyMatch(loss -> loss.kind() != Loss.Kind.UNFINISHED);
    // Only where there are several JVMs it needs to be said whose a life is.
    Jvm jvm = stories.all().size() > 1 ? story.recordings().get(0).jvm() : null;
    Fingerprints fingerprints = story.log().fingerprints();
    JvmContext jvmContext = story.log().jvmContext();
    return story.log().checkers().stream()
        .map(
            log ->
                new CheckerVerdicts(
                    log,
                    story.recordings(),
                    dataLost,
                    story.tests().keySet(),
                    fingerprints,
                    jvmContext,
                    jvm))
        .toList();
  }

  /** The histories that are wanted, in the order of stories, checkers and resource ids. */
  public Stream<History> histories(Selection selection) {
    NamedFrames named = named();
    return verdicts()
        .flatMap(
            checker ->
                checker.log().lives().stream()
                    .filter(life -> selection.matches(life.resourceId(), life.type()))
                    .filter(life -> isOfGroup(selection, checker, life))
                    .map(checker::history)
                    .map(named::of)
                    .sorted(Histories.order()));
  }

  private static boolean isOfGroup(Selection selection, CheckerVerdicts checker, Life life) {
    return !(selection instanceof Selection.ByGroup group)
        || group.fingerprint().equals(checker.fingerprint(life));
  }
}
