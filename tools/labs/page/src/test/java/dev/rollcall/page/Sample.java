package dev.rollcall.page;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Compiled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What the tests look at: a page each, made by the command line when it is first asked for. */
enum Sample {
  /** The server of {@code tools/rollcall demo}. */
  DEMO {
    @Override
    void make(Path page) throws Exception {
      report(page, demo().toString());
    }
  },
  /** The same, with links to its sources. */
  LINKED {
    @Override
    void make(Path page) throws Exception {
      Path sources = HOME.resolve("tools/demo");
      report(page, demo().toString(), "--source", sources.toString(), "--source-url", SOURCES);
    }
  },
  /** Ten thousand leaks in five hundred groups. */
  BIG {
    @Override
    void make(Path page) throws Exception {
      report(page, written("big.json", Altered.big(demoReport())));
    }
  },
  /** The demo's findings, in which every text that a program chooses is out to do harm. */
  HOSTILE {
    @Override
    void make(Path page) throws Exception {
      report(page, written("hostile.json", Altered.hostile(demoReport())));
    }
  },
  /** A recording in which all was released. */
  CLEAN {
    @Override
    void make(Path page) throws Exception {
      report(page, written("clean.json", Altered.clean(demoReport())));
    }
  },
  /** The dump of a program that still runs, with something overdue in it. */
  DUMP {
    @Override
    void make(Path page) throws Exception {
      Path dump = DIRECTORY.resolve("dump.jfr");
      Path packed = HOME.resolve("src/test/resources/dev/rollcall/cli/overdue.jfr.gz");
      try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(packed))) {
        Files.write(dump, unpacked.readAllBytes());
      }
      report(page, dump.toString());
    }
  },
  /** The demo after a fix, which brought another leak and made one worse. */
  DIFF {
    @Override
    void make(Path page) throws Exception {
      String before = written("before.json", demoReport());
      run(
          "diff",
          "--format",
          "html",
          "-o",
          page.toString(),
          before,
          written("after.json", Altered.later(demoReport())));
    }
  };

  /** Where the links of {@link #LINKED} lead. */
  static final String SOURCES = "https://code.example/relay/{path}#L{line}";

  static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

  /** Each JVM that runs tests has its own. */
  static final Path DIRECTORY =
      Path.of(System.getProperty("pages", "target/pages")).toAbsolutePath();

  /** Writes half a character, too, which UTF-8 cannot. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static boolean ran;

  private static final Map<Sample, Path> MADE = new EnumMap<>(Sample.class);

  abstract void make(Path page) throws Exception;

  /** The page's file. */
  Path page() {
    synchronized (MADE) {
      return MADE.computeIfAbsent(this, Sample::made);
    }
  }

  private static Path made(Sample sample) {
    Path page = DIRECTORY.resolve(sample.name().toLowerCase(Locale.ROOT) + ".html");
    try {
      Files.createDirectories(DIRECTORY);
      sample.make(page);
    } catch (Exception e) {
      throw new IllegalStateException("no page of " + sample, e);
    }
    return page;
  }

  /** What is in the page's data. */
  JsonNode data() {
    try {
      String html = Files.readString(page());
      String start = "<script id=\"data\" type=\"application/json\">";
      int from = html.indexOf(start) + start.length();
      return JSON.readTree(html.substring(from, html.indexOf("</script>", from)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recording of the demo, which runs once. */
  static Path demo() throws Exception {
    Path recording = DIRECTORY.resolve("relay.jfr");
    if (!ran) {
      Path classes = Files.createDirectories(DIRECTORY.resolve("classes"));
      Files.deleteIfExists(recording);
      new Compiled(classes).sourcesIn(HOME.resolve("tools/demo/relay")).compile("-g");
      new ChildJvm()
          .andClassPath(classes)
          .options(
              "-Drollcall.mode=fail",
              "-XX:StartFlightRecording:settings="
                  + HOME.resolve("jfc/rollcall.jfc")
                  + ",filename="
                  + recording)
          .run("relay.Relay")
          .with(86);
      ran = true;
    }
    return recording;
  }

  /** The demo's JSON report, a new copy each time. */
  static ObjectNode demoReport() throws Exception {
    Path report = DIRECTORY.resolve("relay.json");
    run("report", "--format", "json", "-o", report.toString(), demo().toString());
    return (ObjectNode) JSON.readTree(Files.readString(report));
  }

  private static String written(String file, JsonNode report) throws IOException {
    Path path = DIRECTORY.resolve(file);
    Files.writeString(path, JSON.writeValueAsString(report));
    return path.toString();
  }

  private static void report(Path page, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("report", "--format", "html", "-o", page.toString()));
    all.addAll(Arrays.asList(arguments));
    run(all.toArray(String[]::new));
  }

  /** Runs the command line, which must understand what it is asked. */
  static Ran run(String... arguments) {
    Ran ran = Ran.of(arguments);
    if (ran.code() == 2 || ran.code() == 3) {
      throw new AssertionError(String.join(" ", arguments) + ": " + ran.err());
    }
    return ran;
  }
}
