package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;

import dev.rollcall.recording.SampleRecordings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script tools/rollcall as its user calls it: which jar it runs, when it builds, and that
 * status 1 means leaks and nothing else.
 */
final class LauncherTest {
  private static final String JAR = "target/rollcall-1.0-cli.jar";

  @TempDir private Path directory = Path.of("");
  private Script script;
  private Path home = Path.of("");
  private Path launcher = Path.of("");

  @BeforeEach
  void checkOut() throws IOException {
    script = new Script(directory);
    home = script.checkout("the checkout");
    launcher = home.resolve("tools/rollcall");
  }

  private Script.Ended run(String... arguments) throws Exception {
    return script.run(directory, launcher, arguments);
  }

  private static String sample(String name) {
    return SampleRecordings.get(name).toString();
  }

  /** Makes a file newer than the jar, by an hour. */
  private void touch(String name) throws IOException {
    Files.setLastModifiedTime(home.resolve(name), FileTime.from(Instant.now().plusSeconds(3_600)));
  }

  private static void assertOneSentence(Script.Ended ended, int status, String... parts) {
    assertThat(ended.err()).startsWith("rollcall: ").contains(parts).hasLineCount(1);
    assertThat(ended.status()).as(ended.err()).isEqualTo(status);
  }

  @Test
  void theStatusIsThatOfTheTool() throws Exception {
    Script.jar(home.resolve(JAR));

    assertThat(run("report", sample("leaky")).status()).isEqualTo(1);
    assertThat(run("report", sample("clean")).status()).isZero();
    assertThat(run("report", "nowhere.jfr").status()).isEqualTo(3);
    assertThat(run("report", sample("open")).status()).isEqualTo(4);
  }

  /** From inside somebody else's project, which must not be built. */
  @Test
  void symbolicLinksAreFollowed() throws Exception {
    Script.jar(home.resolve(JAR));
    script.maven("exit 1\n");
    Path project = Files.createDirectories(directory.resolve("a project"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Path absolute = script.link("a project/bin/rollcall", launcher.toString());
    script.link("a project/bin/second", "../../the checkout/tools/rollcall");
    script.link("a project/bin/third", "second");
    Path chain = script.link("links/rollcall", "../a project/bin/third");
    Path linked = script.link("linked tools", "the checkout/tools").resolve("rollcall");

    for (Path name : new Path[] {absolute, chain, linked}) {
      Script.Ended ended = script.run(project, name, "--version");
      assertThat(ended.status()).as(ended.err()).isZero();
      assertThat(ended.out()).startsWith("rollcall ");
      assertThat(ended.err() + ended.maven()).isEmpty();
    }
    Files.delete(home.resolve(JAR));
    assertThat(script.run(project, chain, "--version").maven())
        .isEqualTo(
            project
                + ": -q -B -ntp -Dstyle.color=never -Dspotless.check.skip=true -f "
                + home.toRealPath()
                + "/pom.xml package -Dmaven.test.skip=true -Dmaven.javadoc.skip=true"
                + " -Dmaven.source.skip=true\n");
    assertThat(project.resolve("target")).doesNotExist();
  }

  @Test
  void buildsOnceWhereThereIsNoJar() throws Exception {
    Path built = Script.jar(directory.resolve("built.jar"));
    script.maven(
        "cp '"
            + built
            + "' '"
            + Files.createDirectories(home.resolve("target"))
            + "/rollcall-1.0-cli.jar'\n");

    Script.Ended first = run("--version");
    assertOneSentence(first, 0, "building the tool, once");
    assertThat(first.out()).startsWith("rollcall ");
    assertThat(first.maven()).isNotEmpty();
    Script.Ended second = run("--version");
    assertThat(second.err() + second.maven()).isEmpty();
  }

  @Test
  void whatDoesNotGoIntoTheJarIsNoReasonToBuild() throws Exception {
    Script.jar(home.resolve(JAR));
    script.maven("exit 1\n");
    for (String name : List.of("README.md", "src/main/java/A.java~", "src/main/java/.A.java.swp")) {
      Files.createFile(home.resolve(name));
      touch(name);
    }
    touch("src/site/markdown/some.md");
    touch("tools/lib.sh");
    touch("src/main/java");
    touch("src/main/resources");

    Script.Ended ended = run("--version");
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err() + ended.maven()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/java/Some.java",
        "src/main/resources/some.properties",
        "jfc/rollcall.jfc",
        "pom.xml"
      })
  void whatGoesIntoTheJarIsBuiltAnew(String name) throws Exception {
    Script.jar(home.resolve(JAR));
    touch(name);
    script.maven("exit 1\n");

    Script.Ended ended = run("--version");
    assertThat(ended.maven()).contains(" package ");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void withoutAMavenTheJarThatThereIsIsRun() throws Exception {
    Script.jar(home.resolve(JAR));
    touch("src/main/java/Some.java");

    Script.Ended ended = run("report", sample("leaky"));
    assertOneSentence(ended, 1, "the sources are newer than ", "running it as it is");
    assertThat(ended.out()).startsWith("LEAK: 2 of 10 registered");
  }

  @Test
  void noTroubleOfItsOwnLooksLikeLeaks() throws Exception {
    assertOneSentence(
        run("--version"), 2, "there is no mvn to build the tool with: install Apache Maven.");
    script.maven("exit 0\n");
    Script.Ended unbuilt = run("--version");
    assertThat(unbuilt.status()).isEqualTo(2);
    assertThat(unbuilt.err()).endsWith("rollcall: the build made no target/rollcall-*-cli.jar.\n");
    script.maven("echo 'no compiler' >&2; exit 1\n");
    Script.Ended failed = run("--version");
    assertThat(failed.status()).isEqualTo(2);
    assertThat(failed.err()).endsWith("no compiler\nrollcall: the build failed.\n");

    Path jar = Script.jar(home.resolve(JAR));
    script.environment("JAVA_TOOL_OPTIONS", "-XX:NoSuchOption");
    assertNotRun(run("report", sample("leaky")));
    script.environment("JAVA_TOOL_OPTIONS", "");
    Files.writeString(jar, "cut off");
    assertNotRun(run("report", sample("leaky")));
    script.environment("JAVA_HOME", directory.toString());
    assertOneSentence(run("--version"), 2, "which has no bin/java");
    script.environment("JAVA_HOME", "");
    assertOneSentence(run("--version"), 2, "there is no java: install a JDK 17 or newer");
  }

  private static void assertNotRun(Script.Ended ended) {
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .endsWith(
            "java could not run the tool, as it says above: it has to be of Java 17 or newer.\n");
  }

  /** Of a closed descriptor the JVM makes one of its own files, which swallows a result. */
  @ParameterizedTest
  @ValueSource(strings = {">&-", "<&- >&-", ">/dev/full"})
  void whatStandardOutputDoesNotTakeIsAnError(String lost) throws Exception {
    Script.jar(home.resolve(JAR));
    Path closing = directory.resolve("closing");
    Files.writeString(closing, "#!/bin/sh\nexec '" + launcher + "' \"$@\" " + lost + "\n");
    assertThat(closing.toFile().setExecutable(true)).isTrue();

    Script.Ended ended = script.run(directory, closing, "merge", sample("clean"));
    assertOneSentence(ended, 2, "cannot write the result to standard output (", "send it to");
    Path file = directory.resolve("merged.json");
    ended = script.run(directory, closing, "merge", sample("clean"), "-o", file.toString());
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(file).isNotEmptyFile();
  }

  /** As somebody has it who has copied the two of them. */
  @Test
  void theJarBesideItIsEnough() throws Exception {
    Path alone = script.alone("elsewhere");
    Path copied = alone.resolve("rollcall");
    Files.writeString(directory.resolve("pom.xml"), "<project/>");
    script.maven("exit 1\n");

    Script.Ended without = script.run(directory, copied, "--version");
    assertOneSentence(without, 2, "there is no rollcall-*-cli.jar in");
    Script.jar(alone.resolve("rollcall-1.0-cli.jar"));
    Script.Ended ended = script.run(directory, copied, "report", sample("leaky"));
    assertThat(ended.status()).as(ended.err()).isEqualTo(1);
    assertThat(ended.maven()).isEmpty();
    assertOneSentence(script.run(directory, copied, "demo"), 2, "'demo' is not a command");
    script.environment("JAVA_HOME", "");
    assertOneSentence(script.run(directory, copied, "--version"), 2, "there is no java");
  }

  @Test
  void helpHasTheDemosThatThereAre() throws Exception {
    Script.jar(home.resolve(JAR));

    assertThat(run("help").out()).containsPattern("\n  demo +Run a program that leaks");
    for (String[] line : new String[][] {{"help", "demo"}, {"demo", "--help"}}) {
      assertThat(run(line).out()).contains("One of netty, relay. Default: relay.");
    }
    assertThat(run("demo", "netty").out()).isEqualTo("demo netty\n");
    assertThat(run("demo").out()).isEqualTo("demo relay\n");
    assertOneSentence(run("demo", "nonsense"), 2, "one of these names: netty relay.");
    assertOneSentence(run("dem"), 2, "'dem' is not a command; did you mean demo?");
    assertThat(Ran.of("help").out()).doesNotContain("demo");
  }

  /** What a demo says of itself may be anything: it is not a report. */
  @Test
  void aDemoThatFailsDoesNotLookLikeLeaks() throws Exception {
    Script.jar(home.resolve(JAR));
    Files.writeString(home.resolve("tools/demo/relay/run.sh"), "expect 86 \"${bin}java\" -version");
    assertThat(run("demo").status()).isEqualTo(2);
    assertThat(run("demo").err()).endsWith("did not go as expected: status 0, not 86.\n");
    Files.writeString(home.resolve("tools/demo/relay/run.sh"), "false");
    assertThat(run("demo").status()).isEqualTo(2);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target"))) {
      return files.filter(file -> !file.toString().endsWith(".jar")).toList();
    }
  }

  /**
   * The first report makes an archive, and the next ones start from it; JDK 17 if no space is in
   * the way.
   */
  @Test
  void classesAreLoadedFromAnArchive() throws Exception {
    home = script.checkout("checkout");
    launcher = home.resolve("tools/rollcall");
    Path jar = Script.wholeJar(home.resolve(JAR));
    Path loaded = directory.resolve("loaded.txt");
    script.archiving("exec \"$java\" -Xlog:class+load:file='" + loaded + "' \"$@\"\n");

    Script.Ended first = run("report", sample("leaky"));
    assertThat(first.status()).as(first.err()).isEqualTo(1);
    assertThat(archives()).singleElement(PATH).isNotEmptyFile();
    Path archive = archives().get(0);
    Script.Ended second = run("report", sample("leaky"));
    assertThat(second).isEqualTo(first);
    assertThat(Files.readString(loaded))
        .containsPattern("dev.rollcall.cli.Main source: shared objects file")
        .doesNotContain("picocli", "modelcontextprotocol", "reactor.core");
    if (Runtime.version().feature() < 24) {
      // It links what a record has of its own. Newer JDKs may use it for their own records.
      assertThat(Files.readString(loaded)).doesNotContain("java.lang.runtime.ObjectMethods");
    }

    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minusSeconds(60)));
    Script.jar(jar);
    assertThat(run("report", sample("leaky"))).isEqualTo(first);
    assertThat(archive).doesNotExist();
    assertThat(archives()).hasSize(1);
  }

  /** As after a copy that ran out of room: JDK 17 crashes with it. */
  @Test
  void anArchiveThatIsCutShortIsMadeAnew() throws Exception {
    Script.wholeJar(home.resolve(JAR));
    script.archiving("exec \"$java\" \"$@\"\n");
    Script.Ended whole = run("report", sample("leaky"));
    Path archive = archives().get(0);
    long size = Files.size(archive);
    Path part = directory.resolve("part");
    try (FileChannel from = FileChannel.open(archive)) {
      ByteBuffer half = ByteBuffer.allocate((int) size / 2);
      from.read(half);
      Files.write(part, half.array());
    }
    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);

    assertThat(run("report", sample("leaky"))).isEqualTo(whole);
    assertThat(archives()).singleElement(PATH).isNotEqualTo(part);
    assertThat(Files.size(archives().get(0))).isNotEqualTo(size / 2);
    assertThat(run("report", sample("leaky"))).isEqualTo(whole);
  }

  /**
   * Before JDK 24 all of it is verified; later that would take longer, and the header has to do.
   */
  @Test
  void anArchiveThatIsDamagedIsNoTrouble() throws Exception {
    Script.wholeJar(home.resolve(JAR));
    script.archiving("exec \"$java\" \"$@\"\n");
    Script.Ended whole = run("report", sample("leaky"));
    Path archive = archives().get(0);
    byte[] bytes = Files.readAllBytes(archive);
    Random random = new Random(1);
    boolean verified = Runtime.version().feature() < 24;
    int begin = verified ? bytes.length / 10 : 0;
    int end = verified ? bytes.length * 9 / 10 : 16;
    for (int i = 0; i < 3000; i++) {
      bytes[begin + random.nextInt(end - begin)] ^= 0x5a;
    }
    Files.delete(archive);
    Files.write(archive, bytes);

    assertThat(run("report", sample("leaky"))).isEqualTo(whole);
  }

  /** As where the disk is full while it is written. */
  @Test
  void anArchiveIsTriedOutWhenItIsMade() throws Exception {
    Script.wholeJar(home.resolve(JAR));
    script.archiving(
        "case \"$*\" in *VerifySharedSpaces*found=*) ;; *found=*VerifySharedSpaces*) exit 134 ;;"
            + " esac\nexec \"$java\" \"$@\"\n");
    Script.Ended first = run("report", sample("leaky"));
    assertThat(first.status()).isEqualTo(1);
    assertThat(archives()).singleElement(PATH).isEmptyFile();
    assertThat(run("report", sample("leaky"))).isEqualTo(first);
  }

  @Test
  void anArchiveThatCannotBeMadeIsNoTrouble() throws Exception {
    Script.jar(home.resolve(JAR));
    Path tried = directory.resolve("tried.txt");
    script.archiving(
        "case \"$*\" in *ArchiveClassesAtExit=* | *AOTCacheOutput=*) echo no; echo no >&2;"
            + " echo once >>'"
            + tried
            + "'; exit 1 ;; esac\nexec \"$java\" \"$@\"\n");

    for (int run = 0; run < 2; run++) {
      Script.Ended ended = run("report", sample("leaky"));
      assertThat(ended.status()).isEqualTo(1);
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out()).startsWith("LEAK: 2 of 10 registered").doesNotContain("no\n");
      assertThat(tried).hasContent("once");
    }
  }

  /**
   * As in a directory of another user. Here, where the user may write everywhere: the name is
   * longer than a file's can be.
   */
  @Test
  void aPlaceThatCannotBeWrittenToIsNoTrouble() throws Exception {
    Script.jar(home.resolve("target/rollcall-" + "1".repeat(230) + "-cli.jar"));
    script.archiving("exec \"$java\" \"$@\"\n");

    Script.Ended leaky = run("report", sample("leaky"));
    assertThat(leaky.status()).as(leaky.err()).isEqualTo(1);
    assertThat(leaky.err()).isEmpty();
    assertThat(run("report", sample("clean")).status()).isZero();
    assertThat(archives()).isEmpty();
  }

  /**
   * Where there is no report, or one that may be long, or where somebody has options of his own.
   */
  @Test
  void whereAnArchiveIsNotMade() throws Exception {
    Script.jar(home.resolve(JAR));
    Path tried = directory.resolve("tried.txt");
    script.archiving("echo \"$*\" >>'" + tried + "'\nexec \"$java\" \"$@\"\n");
    Path many = Files.createDirectories(directory.resolve("many"));
    Files.copy(SampleRecordings.get("clean"), many.resolve("clean.jfr"));

    assertThat(run("--version").status()).isZero();
    assertThat(run("report", many.toString()).status()).isZero();
    assertThat(run("report", "nowhere.jfr").status()).isEqualTo(3);
    assertThat(Files.readAllLines(tried))
        .hasSize(3)
        .allMatch(line -> line.contains("-XX:FreqInlineSize=50 -jar"))
        .noneMatch(line -> line.contains("-XX:TieredStopAtLevel"));
    script.environment("JAVA_TOOL_OPTIONS", "-Xmx1g");
    assertThat(run("report", sample("clean")).status()).isZero();
    script.environment("JAVA_TOOL_OPTIONS", "");
    assertThat(Files.readAllLines(tried).get(3)).doesNotContain("-XX:");
    script.environment("ROLLCALL_ARCHIVE", "off");
    assertThat(run("report", sample("clean")).status()).isZero();

    assertThat(Files.readString(tried)).doesNotContain("Archive").doesNotContain("AOT");
    assertThat(archives()).isEmpty();
  }
}
