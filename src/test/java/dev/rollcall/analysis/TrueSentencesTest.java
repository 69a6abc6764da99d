package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.common.FrameKind;
import dev.rollcall.diagnosis.Claims;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.reader.RecordingReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reports of the sample recordings claim is counted anew on the lives in them. */
final class TrueSentencesTest {
  private static final Path HOME = Path.of("src/test/resources/dev/rollcall");

  /** What rests on more than the steps of the lives. */
  private static final Set<EvidenceKind> OF_ELSEWHERE =
      EnumSet.of(EvidenceKind.OWNER, EvidenceKind.EXCEPTION, EvidenceKind.REQUEST);

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "golden/finished",
        "golden/running",
        "golden/lossy",
        "golden/versions/0.1.0/whole",
        "golden/versions/0.1.0/crowd",
        "cli/overdue",
        "analysis/request/contextual",
      })
  void whatIsSaidIsTrueOfTheLivesInTheRecording(String name) throws Exception {
    JvmLog log = new JvmLog(new Selection.All());
    Analysis analysis = new Analysis();
    analysis.add(new RecordingReader().read(unpacked(name), log), log, null);
    List<History> lives = analysis.histories(new Selection.All()).toList();

    for (LeakFinding group : analysis.findings(3).groups()) {
      if (group.indirect() > 0) {
        continue;
      }
      List<History> leaked = of(group, lives, TrueSentencesTest::isDirectLeak);
      List<History> healthy = of(group, lives, TrueSentencesTest::isHealthy);
      CallPaths paths = new CallPaths();
      Ways all = new Ways(group.type());
      ways(leaked).forEach(all::add);
      ways(healthy).forEach(all::add);
      paths.learn(all);
      for (Suspect suspect : group.suspects()) {
        assertThat(FrameKind.isProgram(suspect.frame())).as("%s", suspect.frame()).isTrue();
        if (!OF_ELSEWHERE.contains(suspect.kind())) {
          assertThat(Claims.wrong(suspect.evidence(), ways(leaked), ways(healthy), paths))
              .as(suspect.evidence())
              .isEmpty();
        }
      }
    }
  }

  private Path unpacked(String name) throws IOException {
    Path file = directory.resolve("sample.jfr");
    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(HOME.resolve(name + ".jfr.gz")))) {
      Files.copy(packed, file);
    }
    return file;
  }

  private static List<History> of(
      LeakFinding group, List<History> lives, Predicate<History> wanted) {
    return lives.stream()
        .filter(life -> life.fingerprint().equals(group.fingerprint()))
        .filter(wanted)
        .toList();
  }

  private static boolean isDirectLeak(History life) {
    return life.verdict() == Verdict.LEAKED && life.isFollowed();
  }

  private static boolean isHealthy(History life) {
    return life.verdict() == Verdict.RELEASED && !life.beginsBefore();
  }

  private static List<Way> ways(List<History> lives) {
    return lives.stream().map(TrueSentencesTest::way).toList();
  }

  private static Way way(History life) {
    List<Stop> stops = new ArrayList<>();
    long count = 1;
    for (Step step : life.steps()) {
      long after = count;
      Long told = step.refCount();
      switch (step.kind()) {
        case REGISTER -> stops.add(new Stop(Stop.Kind.REGISTER, step.moment().site(), 1, null));
        case RETAIN, RELEASE -> {
          boolean retain = step.kind() == Step.Kind.RETAIN;
          after = told == null ? count + (retain ? 1 : -1) : told;
          stops.add(
              new Stop(
                  retain ? Stop.Kind.RETAIN : Stop.Kind.RELEASE,
                  step.moment().site(),
                  (int) (after - count),
                  null));
        }
        case TOUCH -> stops.add(new Stop(Stop.Kind.TOUCH, step.moment().site(), 0, step.note()));
        case USE -> stops.add(new Stop(Stop.Kind.TOUCH, step.moment().site(), 0, Stop.USED));
        case UNREGISTER ->
            stops.add(new Stop(Stop.Kind.UNREGISTER, step.moment().site(), (int) -count, null));
        default -> {}
      }
      count = after;
    }
    return new Way(stops, null);
  }
}
