package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report at exit and the report of the recording name the same source files, whatever they are
 * called, and make none up.
 */
class SourceFilesTest {
  private static final String SHOP =
      """
      package shop;

      import dev.rollcall.LeakChecker;
      import java.util.ArrayList;
      import java.util.List;

      public class Shop {
        static final List<Object> HELD = new ArrayList<>();

        public static void main(String[] args) throws Exception {
          for (int i = 0; i < 10_001; i++) {
            hold(new Till());
          }
          AppKt.open();
          Drawer.class.getDeclaredMethod("open").invoke(null);
          Lines.open();
          Bare.open();
          AppKt.lend();
        }

        static void hold(Object resource) {
          HELD.add(resource);
          LeakChecker.global().register(resource);
        }

        static class Till {}
      }

      class Drawer {
        static void open() {
          LeakChecker.global().register(new Drawer());
        }
      }
      """;

  /** What Kotlin makes of the functions in {@code App.kt}. */
  private static final String APP_KT =
      """
      package shop;

      public class AppKt {
        static void open() {
          dev.rollcall.LeakChecker.global().register(new Runnable() {
            public void run() {}
          });
        }

        static void lend() {
          Lender.lend();
        }
      }

      class Lender {
        static void lend() {
          Borrowed borrowed = new Borrowed();
          borrowed.retain();
          Shop.hold(borrowed);
        }
      }

      class Borrowed extends dev.rollcall.RefCounted {
        Borrowed() {
          register();
        }

        @Override
        protected void destroy() {}
      }
      """;

  private static String opening(String name) {
    return "package shop; class %s {\n static void open() { dev.rollcall.LeakChecker.global().register(new %<s()); }\n}"
        .formatted(name);
  }

  @TempDir private static Path directory = Path.of("");

  private static String atExit = "";

  private static String recording = "";

  @BeforeAll
  static void leak() throws Exception {
    new Compiled(directory)
        .source("shop/Shop.java", SHOP)
        .source("shop/App.kt", APP_KT)
        .source("shop/Lines.java", opening("Lines"))
        .source("shop/Bare.java", opening("Bare"))
        .compile("-g")
        .source("shop/Lines.java", opening("Lines"))
        .compile("-g:lines")
        .source("shop/Bare.java", opening("Bare"))
        .compile("-g:none");
    recording = directory.resolve("shop.jfr").toString();
    atExit =
        new ChildJvm()
            .andClassPath(directory)
            .options(
                "-Drollcall.mode=warn",
                "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + recording)
            .run("shop.Shop")
            .with(0)
            .err();
  }

  private static String report(String... arguments) {
    String[] all =
        Stream.concat(Stream.of("report", recording), Stream.of(arguments)).toArray(String[]::new);
    Ran ran = Ran.of(all);
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    return ran.out();
  }

  /** The lines of each site. */
  private static List<List<String>> sites(String report) {
    List<List<String>> sites = new ArrayList<>();
    int outer = Integer.MAX_VALUE;
    for (String line : report.lines().toList()) {
      if (indent(line) <= outer) {
        outer = Integer.MAX_VALUE;
      } else if (outer < Integer.MAX_VALUE) {
        sites.get(sites.size() - 1).add(line.strip());
      }
      if (line.strip().equals("registered at")) {
        outer = indent(line);
        sites.add(new ArrayList<>());
      }
    }
    return sites;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  @Test
  void bothReportsPrintTheSameSites() {
    assertThat(sites(report()))
        .hasSizeGreaterThan(5)
        .containsExactlyInAnyOrderElementsOf(sites(atExit)); // by cause there, by size here
  }

  /** Only the number of the last few is in the last checkpoint, which names their files, too. */
  @Test
  void allSitesNameTheFilesThatTheJvmKnows() {
    assertThat(sites(report()).stream().flatMap(List::stream))
        .contains(
            "shop.Shop.main(Shop.java:12)",
            "shop.AppKt.open(App.kt:5)",
            "shop.Drawer.open(Shop.java:31)",
            "shop.Lines.open(line 2)",
            "shop.Bare.open",
            "shop.Lender.lend(App.kt:17)")
        .noneMatch(line -> line.contains("AppKt.java") || line.contains("Drawer.java"));
  }

  @Test
  void jsonHasTheFileWhereItIsKnownAndNoneElsewhere() throws Exception {
    JsonNode report = new ObjectMapper().readTree(report("--format", "json"));

    List<String> frames = new ArrayList<>();
    report
        .at("/groups")
        .forEach(
            group ->
                group
                    .at("/site")
                    .forEach(
                        frame -> frames.add(frame.path("class").asText() + frame.path("file"))));
    assertThat(frames)
        .contains("shop.AppKt\"App.kt\"", "shop.Drawer\"Shop.java\"", "shop.Lines", "shop.Bare");
  }

  @Test
  void sourcesNameTheFilesThatNobodyElseKnows() throws Exception {
    Path root = directory.resolve("project/src/main/java");
    Files.createDirectories(root.resolve("shop"));
    Files.writeString(root.resolve("shop/Lines.java"), opening("Lines"));

    assertThat(report("--source", directory.resolve("project").toString()))
        .contains("shop.Lines.open(Lines.java:2)")
        .contains("shop.AppKt.open(App.kt:5)");
    String history =
        Ran.of("history", recording, "--type", "Lines", "--source", root.toString()).out();
    assertThat(history).contains("shop.Lines.open(Lines.java:2)");
  }

  @Test
  void aDirectoryThatIsNotThereIsRefused() {
    Ran ran = Ran.of("report", recording, "--source", "nowhere");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--source nowhere is not a directory;");
  }
}
