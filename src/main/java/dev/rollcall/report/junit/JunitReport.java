package dev.rollcall.report.junit;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.recording.Recording;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.junit.TestCase.Result;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as the XML in which the results of JUnit are exchanged, for CI servers: one suite, with
 * a failed case for each group of leaks or misuses, and one that passed when all is clean.
 *
 * <p>What cannot be promised is an {@code error}, the word for a test that could not be carried
 * out. Jenkins, GitLab and the GitHub actions show it in red, as they show a {@code failure}; to
 * all of them {@code skipped} is no reason to look, so it would pass for clean.
 */
public final class JunitReport {
  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Writes the whole report; the writer stays open. */
  public static void write(Findings findings, Writer writer) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      new JunitReport(xml).report(TestCases.of(findings), findings.recordings());
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void report(Collection<TestCase> cases, List<ReadRecording> recordings)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute("name", TestCases.SUITE);
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", count(cases, Result.FAILURE));
    attribute("errors", count(cases, Result.ERROR));
    attribute("skipped", "0");
    time(recordings.stream().map(ReadRecording::recording).filter(r -> r.chunks() > 0).toList());
    for (TestCase each : cases) {
      testCase(each);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private static String count(Collection<TestCase> cases, Result result) {
    return Long.toString(cases.stream().filter(each -> each.result() == result).count());
  }

  /** When the recordings began, and how long they lasted. */
  private void time(List<Recording> recordings) throws XMLStreamException {
    long start = recordings.stream().mapToLong(Recording::start).min().orElse(0);
    long end = recordings.stream().mapToLong(Recording::end).max().orElse(0);
    attribute("time", String.format(Locale.ROOT, "%.3f", Math.max(0, end - start) / 1e9));
    if (start > 0) {
      attribute("timestamp", ReportWords.time(start));
    }
  }

  private void testCase(TestCase each) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute("classname", each.className());
    attribute("name", each.name());
    attribute("time", "0");
    if (each.result() != Result.PASSED) {
      boolean failure = each.result() == Result.FAILURE;
      xml.writeCharacters("\n    ");
      xml.writeStartElement(failure ? "failure" : "error");
      attribute("message", each.message());
      attribute("type", failure ? "rollcall.found" : "rollcall.unsure");
      xml.writeCharacters(legal(each.text()));
      xml.writeEndElement();
      xml.writeCharacters("\n  ");
    }
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  /** Shows what XML 1.0 has no way to hold: two characters, as all others are printable here. */
  private static String legal(String printable) {
    return printable.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
  }
}
