package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.netty.RollcallLeakDetector;
import dev.rollcall.testing.Alone;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.NettyPipeline;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a detector that Netty was told to make and did not. */
class NettyHookTest {
  private static final String TOLD = "-D" + NettyHook.PROPERTY + "=" + NettyHook.DETECTOR;
  private static final String NO_EFFECT = "-D" + NettyHook.PROPERTY + " had no effect";

  @TempDir Path directory;

  @Test
  void namesTheDetector() {
    assertThat(NettyHook.DETECTOR).isEqualTo(RollcallLeakDetector.class.getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.1.137.Final", "4.2.5.Final", "4.0.0", "3.10.6.Final"})
  void olderVersionsHaveNoHook(String version) {
    assertThat(NettyHook.complaint(version))
        .contains("this is Netty " + version + ", and it needs 4.2.6 or later; wrap the allocator");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.2.6.Final", "4.2.18.Final", "4.3.0", "5.0.0.Alpha2", "unheard of"})
  void laterOnesHaveTheirReasonInTheirLog(String version) {
    assertThat(NettyHook.complaint(version))
        .contains("this is Netty " + version + ", which made no buffer, or could not load");
  }

  @Test
  void aVersionThatIsNotThereIsLookedForElsewhere() {
    assertThat(NettyHook.complaint(null)).contains("no Netty, or only in a jar within a jar");
  }

  private static ChildJvm.Ended end(ChildJvm jvm, Class<?> program) throws Exception {
    return jvm.options("-Drollcall.mode=warn", TOLD).run(program).with(0);
  }

  @Test
  void isSaidAtTheExitOfAProgramThatUsesRollcallOtherwise() throws Exception {
    assertThat(end(new ChildJvm(), Alone.class).err())
        .containsOnlyOnce("rollcall: " + NO_EFFECT)
        .contains("which made no buffer");
  }

  /** All that Rollcall asks an older Netty for is the file with its version. */
  @Test
  void namesTheVersionOnTheClassPath() throws Exception {
    Path file = directory.resolve("META-INF/io.netty.versions.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "netty-common.version=4.1.137.Final\n");
    Stream<Path> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
    ChildJvm jvm =
        new ChildJvm().classPath(Stream.concat(Stream.of(directory), others).toArray(Path[]::new));

    assertThat(end(jvm, Alone.class).err()).contains("this is Netty 4.1.137.Final, and it needs");
  }

  @Test
  void isNotSaidOfADetectorThatWasMade() throws Exception {
    assertThat(end(new ChildJvm(), NettyPipeline.class).err())
        .contains("LEAK:")
        .doesNotContain(NO_EFFECT);
  }
}
