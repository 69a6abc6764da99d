package dev.rollcall.report.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.gate.Samples;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.ReportTest;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** JUnit XML, as a real XML parser and as Maven's reader of such reports see it. */
final class JunitReportTest {
  private static final String GROUP = "2d251174a7e3a05b";

  private static String xml(Findings findings) throws Exception {
    StringWriter out = new StringWriter();
    JunitReport.write(findings, out);
    return out.toString();
  }

  private static Element suite(Findings findings) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml(findings).getBytes(UTF_8)));
    Element suite = document.getDocumentElement();
    assertWhatReadersNeed(suite);
    return suite;
  }

  /** What Jenkins, GitLab and the GitHub actions read, and the Jenkins schema allows. */
  private static void assertWhatReadersNeed(Element suite) {
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(attributes(suite))
        .contains("name", "tests", "failures", "errors", "skipped", "time")
        .isSubsetOf("name", "tests", "failures", "errors", "skipped", "time", "timestamp");
    assertThat(suite.getAttribute("name")).isEqualTo("rollcall");
    assertThat(suite.getAttribute("time")).matches("\\d+\\.\\d{3}");
    List<Element> cases = cases(suite);
    assertThat(cases).isNotEmpty();
    assertThat(suite.getAttribute("tests")).isEqualTo("" + cases.size());
    Set<String> names = new HashSet<>();
    int failures = 0;
    int errors = 0;
    for (Element each : cases) {
      assertThat(attributes(each)).containsExactlyInAnyOrder("classname", "name", "time");
      String name = each.getAttribute("classname") + ' ' + each.getAttribute("name");
      assertThat(names.add(name)).as(name).isTrue();
      assertThat(each.getAttribute("classname")).isNotBlank();
      assertThat(each.getAttribute("name")).isNotBlank();
      List<Element> results = children(each);
      assertThat(results).hasSizeLessThanOrEqualTo(1);
      for (Element result : results) {
        assertThat(result.getTagName()).isIn("failure", "error");
        failures += result.getTagName().equals("failure") ? 1 : 0;
        errors += result.getTagName().equals("error") ? 1 : 0;
        assertThat(attributes(result)).containsExactlyInAnyOrder("message", "type");
        assertThat(result.getAttribute("message")).isNotBlank();
        assertThat(result.getTextContent()).isNotBlank().endsWith("\n");
      }
    }
    assertThat(suite.getAttribute("failures")).isEqualTo("" + failures);
    assertThat(suite.getAttribute("errors")).isEqualTo("" + errors);
  }

  private static List<String> attributes(Element element) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    return names;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static List<Element> cases(Element suite) {
    List<Element> cases = children(suite);
    assertThat(cases).allMatch(each -> each.getTagName().equals("testcase"));
    return cases;
  }

  private static List<String> names(Element suite) {
    return cases(suite).stream()
        .map(each -> each.getAttribute("classname") + " | " + each.getAttribute("name"))
        .toList();
  }

  @Test
  void eachGroupIsAFailedCase() throws Exception {
    Element suite = suite(ReportTest.everything().findings());

    assertThat(names(suite))
        .satisfiesExactly(
            leak -> assertThat(leak).isEqualTo("com.acme.Buffer | Server.open (" + GROUP + ")"),
            leak -> assertThat(leak).startsWith("com.acme.Buffer | Server.other ("),
            misuse ->
                assertThat(misuse)
                    .startsWith("com.acme.Buffer | double-release in Server.misuse ("),
            doubt ->
                assertThat(doubt).isEqualTo("rollcall | nothing is missing from the recordings"));
    Element failure = children(cases(suite).get(0)).get(0);
    assertThat(failure.getTagName()).isEqualTo("failure");
    assertThat(failure.getAttribute("message"))
        .isEqualTo(
            "Server.open registered 2 of 2 leaked resources, never released (weak: no sibling was"
                + " released): release them there. Confidence: low. 2 x com.acme.Buffer never"
                + " released, registered at com.acme.Server.open(Server.java:42)");
    assertThat(failure.getTextContent())
        .startsWith("Server.open registered 2 of 2 leaked resources, never released")
        .contains(
            "group com.acme.Buffer@" + GROUP + "\n",
            "oldest 1.5 s; reference count 1 (2 x); collector: reachable\n",
            "for example 0x29 ")
        .contains("\nat com.acme.Server.open(Server.java:42)\n")
        .contains("still registered at the exit check");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2025-11-24T16:00:00Z");
    assertThat(suite.getAttribute("time")).isEqualTo("2.500");
  }

  @Test
  void theGroupsOfTheLargestCauseComeFirstAndSaySo() throws Exception {
    Element suite = suite(Samples.ofTwoCauses());

    String cause =
        "\nCause: 4 leaked in 2 groups: com.acme.Server.two (confidence: low), the first suspect of"
            + " all of them\n";
    assertThat(names(suite))
        .satisfiesExactly(
            one -> assertThat(one).contains("Server.first "),
            one -> assertThat(one).contains("Server.second "),
            one -> assertThat(one).contains("Server.alone "));
    assertThat(cases(suite).get(0).getTextContent()).contains(cause);
    assertThat(cases(suite).get(2).getTextContent()).doesNotContain("Cause");
  }

  /** Readers annotate the line of the first frame. */
  @Test
  void theFirstFrameIsTheSuspects() throws Exception {
    Events events = new Events();
    for (long id = 1; id <= 3; id++) {
      events.register(id).unregister(id, 0, "close");
      events.register(id + 3);
    }
    events.check(5, "exit", new Totals(6, 3, 3, 0)).leak(5, 4).leak(5, 5).leak(5, 6);

    Element failure = children(cases(suite(events.findings())).get(0)).get(0);
    String sentence =
        "Server.close released 3 of 3 released siblings; 0 of 3 leaked resources came there: release"
            + " them after Server.open, where the ways part.";
    assertThat(failure.getAttribute("message"))
        .startsWith(sentence + " Confidence: low. 3 x com.acme.Buffer never released, ");
    assertThat(failure.getTextContent().lines().filter(line -> line.startsWith("at ")))
        .startsWith("at com.acme.Server.close(Server.java:42)")
        .endsWith("at com.acme.Server.open(Server.java:42)");
    assertThat(failure.getTextContent())
        .startsWith(sentence + " (confidence: low)\n")
        .contains("\n3 x com.acme.Buffer never released, registered at", "for example 0x4 ");
  }

  @Test
  void whatCannotBePromisedIsAnError() throws Exception {
    Events open = new Events().checkpoint("start", new Totals(0, 0, 0, 0), 0).register(1);
    open.live(1, false).checkpoint("chunk", new Totals(1, 0, 1, 0), 1);

    Element suite = suite(open.findings());
    assertThat(names(suite)).containsExactly("rollcall | nothing is missing from the recordings");
    Element error = children(cases(suite).get(0)).get(0);
    assertThat(error.getTagName()).isEqualTo("error");
    assertThat(error.getTextContent())
        .contains("1 resource was still open when the recording ended");

    Element lossy = suite(ReportTest.everything().findings());
    assertThat(children(cases(lossy).get(3)).get(0).getTextContent())
        .startsWith("app.jfr: the global checker counted 5 registrations");
  }

  @Test
  void whenAllIsCleanOneCasePassed() throws Exception {
    Events clean = new Events().register(1).unregister(1, 0);
    clean.check(5, "exit", new Totals(1, 1, 0, 0));

    Element suite = suite(clean.findings());
    assertThat(names(suite)).containsExactly("rollcall | nothing leaked");
    assertThat(children(cases(suite).get(0))).isEmpty();
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
  }

  @Test
  void leaksThatAreOnlyCountedFailToo() throws Exception {
    Events events = new Events().check(5, "exit", new Totals(3, 0, 3, 0)).leak(5, 1);

    Element suite = suite(events.findings());
    assertThat(names(suite))
        .contains("com.acme.Buffer | site unknown", "rollcall | every leak is known");
    assertThat(xml(events.findings())).contains("2 more leaked resources");
  }

  /** An edit above the site, or another run, must not make a new case of an old leak. */
  @Test
  void namesDependOnNeitherLinesNorNumbers() throws Exception {
    assertThat(names(suite(leak(7, 42, "lambda$serve$1", 1).findings())))
        .isEqualTo(names(suite(leak(8, 43, "lambda$serve$2", 2).findings())));
  }

  private static Events leak(long id, int line, String method, int count) {
    Site site =
        new Site(List.of(new StackTraceElement("com.acme.Server", method, "S.java", line)), false);
    Events events = new Events();
    for (int i = 0; i < count; i++) {
      Moment moment = new Moment(1_764_000_000_000_000_500L, new ThreadRef("t" + id, id), site);
      events.add(new Registered(moment, 0, id + i, Events.TYPE, null));
    }
    events.check(5, "exit", new Totals(count, 0, count, 0));
    for (int i = 0; i < count; i++) {
      events.leak(5, id + i);
    }
    return events;
  }

  /** Misuses are told apart by line, which the name of a case does not have. */
  @Test
  void misusesOfOneNameAreOneCase() throws Exception {
    Events events = new Events();
    for (int line = 1; line <= 2; line++) {
      Site site = new Site(List.of(new StackTraceElement("a.B", "m", "B.java", line)), false);
      events.add(
          new Misused(new Moment(line, ThreadRef.NONE, site), 0, line, "T", "over-release", "no"));
    }

    Element suite = suite(events.findings());
    Element failure = children(cases(suite).get(0)).get(0);
    assertThat(failure.getTextContent()).contains("at a.B.m(B.java:1)", "at a.B.m(B.java:2)");
  }

  @Test
  void mavenReadsIt() throws Exception {
    String xml = xml(ReportTest.everything().findings());
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(new InputStreamReader(new ByteArrayInputStream(xml.getBytes(UTF_8)), UTF_8));

    // It makes a suite of each class.
    assertThat(sum(suites, ReportTestSuite::getNumberOfTests)).isEqualTo(4);
    assertThat(sum(suites, ReportTestSuite::getNumberOfFailures)).isEqualTo(3);
    assertThat(sum(suites, ReportTestSuite::getNumberOfErrors)).isEqualTo(1);
    ReportTestCase first =
        suites.stream()
            .flatMap(suite -> suite.getTestCases().stream())
            .filter(each -> each.getName().startsWith("Server.open"))
            .findFirst()
            .orElseThrow();
    assertThat(first.getFullClassName()).isEqualTo("com.acme.Buffer");
    assertThat(first.getName()).isEqualTo("Server.open (" + GROUP + ")");
    assertThat(first.getFailureMessage())
        .startsWith("Server.open registered 2 of 2 leaked resources, ")
        .contains("Confidence: low. 2 x com.acme.Buffer never released");
  }

  private static int sum(List<ReportTestSuite> suites, ToIntFunction<ReportTestSuite> number) {
    return suites.stream().mapToInt(number).sum();
  }

  @Test
  void hostileStringsAreShownNotSent() throws Exception {
    Findings findings = Hostile.events().findings();

    Hostile.assertHarmless(xml(findings));
    Element suite = suite(findings);
    assertThat(cases(suite)).hasSize(3);
    Element failure = children(cases(suite).get(0)).get(0);
    Hostile.assertHarmless(failure.getTextContent());
    Hostile.assertHarmless(failure.getAttribute("message"));
    assertThat(failure.getTextContent())
        .contains("\"'<b>]]>&amp;<![CDATA[\\\\u000a\\u000d\\u0009;9 9\\u0000\\ufffe\\uffff");
    assertThat(failure.getTextContent()).contains("\ud83d\ude00\\ud800");
  }
}
