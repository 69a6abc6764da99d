package dev.rollcall.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.ReportTest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page as a file; what a browser makes of it is tested in the lab {@code page}. */
final class HtmlReportTest {
  private static final int LARGEST = 600_000;

  /** Of the file in the npm package d3-flame-graph 5.0.0. */
  private static final String FLAME_GRAPH =
      "5f8d8bc7bf7f8329248d43c1e215431a88f77e17daa217f3c31b019b8b71b3f7";

  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern DATA =
      Pattern.compile(
          "<script id=\"data\" type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

  private static String page(Findings findings) throws IOException {
    return page(Report.of(findings), HtmlReport.Setting.PLAIN);
  }

  private static String page(Report report, HtmlReport.Setting setting) throws IOException {
    StringWriter page = new StringWriter();
    HtmlReport.write(report, setting, page);
    return page.toString();
  }

  private static String data(String page) {
    return DATA.matcher(page).results().map(found -> found.group(1)).findFirst().orElseThrow();
  }

  private static JsonNode json(String page) throws IOException {
    return new ObjectMapper().readTree(data(page));
  }

  @Test
  void needsNothingBesideIt() throws IOException {
    String page = page(ReportTest.everything().findings());
    String markup = SCRIPT.matcher(DATA.matcher(page).replaceAll("")).replaceAll("");

    assertThat(markup).doesNotContain(" src=").doesNotContain("<link").doesNotContain("href=\"h");
    assertThat(STYLE.matcher(markup).results().map(MatchResult::group))
        .isNotEmpty()
        .noneMatch(style -> style.contains("url(") || style.contains("@import"));
  }

  @Test
  void runsWhatIsInItAndNothingElse() throws Exception {
    String page = page(ReportTest.everything().findings());

    assertThat(page).containsOnlyOnce("Content-Security-Policy").contains("default-src 'none'");
    assertThat(hashes(page, "script-src")).isEqualTo(hashes(SCRIPT, page));
    assertThat(hashes(page, "style-src")).containsAll(hashes(STYLE, page));
    assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
  }

  private static List<String> hashes(String page, String directive) {
    int from = page.indexOf(directive) + directive.length();
    return List.of(page.substring(from, page.indexOf(';', from)).strip().split(" "));
  }

  private static List<String> hashes(Pattern element, String page) throws Exception {
    List<String> hashes = new ArrayList<>();
    for (MatchResult found : element.matcher(page).results().toList()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(found.group(1).getBytes(StandardCharsets.UTF_8));
      hashes.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    return hashes;
  }

  @Test
  void isSmallWithoutItsData() throws IOException {
    String page = page(ReportTest.everything().findings());

    assertThat(page.length() - data(page).length()).isLessThan(LARGEST);
  }

  @Test
  void isTheSameForTheSameFindings() throws IOException {
    assertThat(page(ReportTest.everything().findings()))
        .isEqualTo(page(ReportTest.everything().findings()));
  }

  @Test
  void saysWhatTheTextSays() throws IOException {
    JsonNode data = json(page(ReportTest.everything().findings()));
    Findings findings = ReportTest.everything().findings();

    assertThat(data.at("/totals/leaked").asLong()).isEqualTo(findings.totals().leaked());
    assertThat(data.at("/totals/registered").asLong()).isEqualTo(findings.totals().registered());
    assertThat(data.at("/groups")).hasSize(findings.groups().size());
    for (int i = 0; i < findings.groups().size(); i++) {
      assertThat(data.at("/groups/" + i + "/id").asText())
          .isEqualTo(findings.groups().get(i).fingerprint());
      assertThat(data.at("/groups/" + i + "/count").asLong())
          .isEqualTo(findings.groups().get(i).count());
    }
    assertThat(data.at("/verdict/sentence").asText()).doesNotStartWith("LEAK:").endsWith(".");
  }

  @Test
  void showsItsTextWhereScriptsDoNotRun() throws IOException {
    String page = page(ReportTest.everything().findings());

    assertThat(page).containsPattern("(?s)<noscript><pre id=\"text\">LEAK: .*</pre></noscript>");
  }

  @Test
  void tellsWhatToDoApartFromWhatWasFound() throws IOException {
    JsonNode data = json(page(Samples.ofTwoCauses()));

    assertThat(data.at("/causes")).hasSize(2);
    assertThat(data.at("/causes/0/suspect/what").asText()).isEqualTo("two is suspected.");
    assertThat(data.at("/causes/0/suspect/todo").asText()).isEqualTo("Look there.");
    assertThat(data.at("/causes/0/leaked").asLong()).isEqualTo(4);
    assertThat(data.at("/causes/0/groups")).hasSize(2);
    for (JsonNode number : data.at("/causes/0/groups")) {
      assertThat(data.at("/groups/" + number.asInt() + "/suspects/0/what").asText())
          .isEqualTo("two is suspected.");
    }
  }

  @Test
  void linksFramesAndNamesOwners() throws IOException {
    FrameLinks links =
        new FrameLinks() {
          @Override
          public @Nullable String url(StackTraceElement frame) {
            return "https://code.example/" + frame.getFileName() + "#L" + frame.getLineNumber();
          }

          @Override
          public @Nullable String owner(StackTraceElement frame) {
            return frame.getMethodName().equals("two") ? "@acme/pool" : null;
          }
        };
    JsonNode data =
        json(
            page(
                Report.of(Samples.ofTwoCauses()),
                new HtmlReport.Setting("rollcall 1", links, List.of("notes"))));

    JsonNode frame = data.at("/frames/" + data.at("/causes/0/suspect/frame").asInt());
    assertThat(frame.at("/u").asText()).isEqualTo("https://code.example/Server.java#L7");
    assertThat(frame.at("/o").asText()).isEqualTo("@acme/pool");
    assertThat(data.at("/tool").asText()).isEqualTo("rollcall 1");
    assertThat(data.at("/redacted/0").asText()).isEqualTo("notes");
  }

  @Test
  void tellsWhatChanged() throws IOException {
    StringWriter page = new StringWriter();
    HtmlReport.write(
        Diff.of(
            Report.of(Samples.findings(Samples.leaks("gone", 3), Samples.leaks("grown", 1))),
            Report.of(Samples.findings(Samples.leaks("grown", 5), Samples.leaks("new", 2)))),
        HtmlReport.Setting.PLAIN,
        page);
    JsonNode data = json(page.toString());

    assertThat(data.at("/kind").asText()).isEqualTo("diff");
    assertThat(data.at("/verdict/state").asText()).isEqualTo("worse");
    assertThat(data.at("/changes").findValuesAsText("kind"))
        .containsExactly("new", "grown", "gone");
    JsonNode grown = data.at("/groups/" + data.at("/changes/1/group").asInt());
    assertThat(grown.at("/before").asLong()).isEqualTo(1);
    assertThat(grown.at("/count").asLong()).isEqualTo(5);
    JsonNode gone = data.at("/groups/" + data.at("/changes/2/group").asInt());
    assertThat(gone.at("/state").asText()).isEqualTo("gone");
    assertThat(page.toString()).contains("<pre id=\"text\">DIFF: ");
  }

  @Test
  void isNotHarmedByWhatAProgramSays() throws IOException {
    String page = page(Hostile.events().findings());
    String data = data(page);

    assertThat(data.chars()).allMatch(c -> c >= ' ' && c < 0x7f);
    assertThat(data).doesNotContain("<").doesNotContain(">").doesNotContain("&");
    assertThat(page.indexOf("[CDATA[", page.indexOf("<noscript>"))).isPositive();
    assertThat(Pattern.compile("<b>|<!\\[CDATA").matcher(SCRIPT.matcher(page).replaceAll("")))
        .matches(matcher -> !matcher.find());
    assertThat(json(page).at("/groups/0/type").asText()).contains("\\u202e").contains("\\u0000");
  }

  @Test
  void namesTheLibrariesThatAreInIt() throws IOException {
    String page = page(Samples.ofTwoCauses());
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(page).contains("d3 " + version(pom, "d3") + " (ISC)");
    assertThat(page).contains("uPlot " + version(pom, "uplot") + " (MIT)");
    assertThat(page).contains("d3-flame-graph 5.0.0 (Apache-2.0)");
    assertThat(page).contains("Mike Bostock").contains("Leon Sorokin").contains("Apache License");
  }

  @Test
  void drawsFlameGraphsWithTheFileOfThePackage() throws Exception {
    Path file =
        Path.of("src/main/resources/dev/rollcall/report/html/lib/flamegraph")
            .resolve("d3-flamegraph.umd.min.js");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));

    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(FLAME_GRAPH);
  }

  private static String version(String pom, String library) {
    String name = library + ".version>";
    int from = pom.indexOf("<" + name) + name.length() + 1;
    return pom.substring(from, pom.indexOf('<', from));
  }
}
