package dev.rollcall.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.NettyComposites;
import dev.rollcall.testing.NettyPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program tells the same whether its allocator is wrapped or Netty's hook is used. */
class TwoDoorsTest {
  private static final String HOOK =
      "-Dio.netty.customResourceLeakDetector=" + RollcallLeakDetector.class.getName();
  private static final String EVERY_ACCESS = "-Dio.netty.leakDetection.acquireAndReleaseOnly=false";

  /** What differs from run to run, and by what else each way in registers. */
  private static final Pattern INCIDENTAL =
      Pattern.compile("of \\d+ registered|oldest [^,]*|e\\.g\\. .*|report .*");

  @TempDir Path directory;

  /** What was told of a program: at its exit, and by its recording. */
  private record Told(String atExit, Findings findings) {
    List<LeakFinding> of(Class<?> type) {
      return findings.groups().stream().filter(g -> g.type().equals(type.getName())).toList();
    }

    /** The methods, of each group. */
    List<List<String>> suspects() {
      return findings.groups().stream()
          .map(group -> group.suspects().stream().map(TwoDoorsTest::method).toList())
          .toList();
    }

    List<String> firstSuspects() {
      return suspects().stream().filter(s -> !s.isEmpty()).map(s -> s.get(0)).toList();
    }

    /** What leaked where, and how it hangs together. */
    List<String> groups() {
      return findings.groups().stream()
          .map(g -> g.origin() + ": " + g.count() + " " + g.ownership() + " " + g.refCounts())
          .toList();
    }

    String leaks() {
      return INCIDENTAL.matcher(atExit.substring(atExit.indexOf("LEAK:"))).replaceAll("...");
    }
  }

  private static String method(Suspect suspect) {
    return Fingerprint.frame(suspect.frame());
  }

  private Told run(Class<?> program, String... options) throws Exception {
    Path file = directory.resolve(options.length + ".jfr");
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=fail", "-Xlog:jfr+startup=off")
            .options("-XX:StartFlightRecording:filename=" + file)
            .options(options)
            .run(program)
            .with(86);
    Analysis analysis = new Analysis();
    JvmLog log = new JvmLog();
    analysis.add(new RecordingReader().read(file, log), log, null);
    return new Told(ended.err(), analysis.findings(1));
  }

  @Test
  void aLeakHasOneSiteAndOneSuspect() throws Exception {
    Told wrapped = run(NettyPipeline.class);
    Told hooked = run(NettyPipeline.class, HOOK);

    assertThat(wrapped.of(ByteBuf.class)).extracting(LeakFinding::count).containsExactly(5L);
    assertThat(hooked.groups()).isEqualTo(wrapped.groups());
    assertThat(hooked.leaks()).isEqualTo(wrapped.leaks());
    String echo = NettyPipeline.class.getName() + "$Echo.channelRead";
    assertThat(wrapped.firstSuspects()).containsExactly(echo);
    assertThat(hooked.firstSuspects()).containsExactly(echo);
  }

  @Test
  void theComponentsOfACompositeAreToldUnderIt() throws Exception {
    Told wrapped = run(NettyComposites.class);
    Told hooked = run(NettyComposites.class, HOOK);

    assertThat(wrapped.of(ByteBuf.class)).isNotEmpty().allMatch(group -> group.direct() == 0);
    assertThat(wrapped.of(CompositeByteBuf.class))
        .extracting(group -> group.count() + " own " + components(group))
        .containsExactly("4 own 12", "1 own 1");
    assertThat(hooked.groups()).isEqualTo(wrapped.groups());
    assertThat(hooked.leaks()).isEqualTo(wrapped.leaks());
    String handler = NettyComposites.class.getName() + "$Handler.finish";
    assertThat(wrapped.firstSuspects()).first().isEqualTo(handler);
    assertThat(hooked.suspects()).isEqualTo(wrapped.suspects());
  }

  private static long components(LeakFinding group) {
    return group.owned().stream().mapToLong(Ownership.Owned::count).sum();
  }

  @Test
  void everyAccessTellsOfNoRetainTwice() throws Exception {
    Told hooked = run(NettyPipeline.class, HOOK);
    Told all = run(NettyPipeline.class, HOOK, EVERY_ACCESS);

    assertThat(all.groups()).isEqualTo(hooked.groups());
    assertThat(all.suspects()).isEqualTo(hooked.suspects());
    assertThat(steps(all)).isEqualTo(steps(hooked));
  }

  private static List<String> steps(Told told) {
    return told.findings().groups().get(0).examples().get(0).steps().stream()
        .map(step -> step.kind() + " " + step.refCount() + " " + step.note())
        .toList();
  }
}
