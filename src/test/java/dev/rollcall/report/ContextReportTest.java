package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.gate.compare.Merge;
import dev.rollcall.gate.compare.Source;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went on around a group, in text, in JSON, and added up. */
final class ContextReportTest {
  private static final StackTraceElement DECODE = frame("decode", 12);
  private static final StackTraceElement HANDLE = frame("handle", 61);

  private static StackTraceElement frame(String method, int line) {
    return new StackTraceElement("com.acme.Server", method, "Server.java", line);
  }

  private static Report report(Context context) {
    return Report.of(Samples.findings(Samples.leaks("open", 20).with(context)));
  }

  private static final Context CONTEXT =
      new Context(
          List.of(
              new Context.Thrown("a.Refused", null, null, HANDLE, 2),
              new Context.Thrown("a.Malformed", "no \u001b[2J", DECODE, HANDLE, 13)),
          20,
          List.of(new Context.InTest("[x]/[y]", "y()", 7), new Context.InTest("[x]", "x()", 13)),
          new Context.Requests(
              true,
              List.of(
                  request("GET /cart", null, 0, 880),
                  request("INSERT", "POST /\u001bcheckout", 16, 3),
                  request("GET /{id}", null, 1, 0)),
              900));

  private static Context.InRequest request(
      String name, @Nullable String within, long count, long released) {
    return new Context.InRequest(
        name, within, count, released, count == 1 ? 4 : 0, count > 1 ? "traceId=4bf9" : null);
  }

  @Test
  void theTextSaysHowManyOfHowMany() {
    assertThat(TextReport.of(report(CONTEXT)))
        .contains(
            "  13 of 20: after the last step the same thread threw a.Malformed: no \\u001b[2J at\n"
                + "      com.acme.Server.decode(Server.java:12), within"
                + " com.acme.Server.handle(Server.java:61)\n"
                + "  2 of 20: after the last step the same thread threw a.Refused, within\n"
                + "      com.acme.Server.handle(Server.java:61)\n"
                + "  20 of 20: the thread of the last step has ended\n"
                + "  registered in x() (13 of 20), y() (7 of 20)\n"
                + "  registered in INSERT, part of POST /\\u001bcheckout: 16 of 20 leaked, 3 of 900"
                + " released (for\n"
                + "      example traceId=4bf9)\n"
                + "  registered in GET /{id}: 1 of 20 leaked, 0 of 900 released\n"
                + "  in which request they were registered is not known of 3 of 20: the thread was at"
                + " none that had\n"
                + "      ended by the end of the recording\n"
                + "  last step in GET /{id}: 4 of 20\n"
                + "  registered at\n");
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    assertThat(TextReport.of(report(Context.NONE)))
        .doesNotContain("threw", "has ended", "registered in");
  }

  @Test
  void theJsonFollowsTheSchemaAndIsReadBack(@TempDir Path directory) throws Exception {
    StringWriter json = new StringWriter();
    JsonReport.write(report(CONTEXT), json);
    ReportTest.valid(json.toString());
    Path file = Files.writeString(directory.resolve("report.json"), json.toString());
    assertThat(JsonReportReader.read(file).findings().groups().get(0).context()).isEqualTo(CONTEXT);
  }

  @Test
  void countsAreAddedUp() throws Exception {
    Context other =
        new Context(
            List.of(new Context.Thrown("a.Refused", "late", null, HANDLE, 30)),
            1,
            List.of(new Context.InTest("[x]", "x()", 1)),
            new Context.Requests(true, List.of(request("GET /{id}", null, 1, 5)), 10));

    assertThat(CONTEXT.plus(other))
        .isEqualTo(
            new Context(
                List.of(
                    new Context.Thrown("a.Refused", null, null, HANDLE, 32),
                    new Context.Thrown("a.Malformed", "no \u001b[2J", DECODE, HANDLE, 13)),
                21,
                List.of(
                    new Context.InTest("[x]", "x()", 14), new Context.InTest("[x]/[y]", "y()", 7)),
                new Context.Requests(
                    true,
                    List.of(
                        request("INSERT", "POST /\u001bcheckout", 16, 3),
                        new Context.InRequest("GET /{id}", null, 2, 5, 8, null),
                        request("GET /cart", null, 0, 880)),
                    910)));
    Report one = report(CONTEXT);
    Report two = Report.of(Samples.findings(2, report(other).findings().groups(), List.of()));
    assertThat(
            Merge.of(List.of(new Source("one", one), new Source("two", two)), 3)
                .report()
                .findings()
                .groups()
                .get(0)
                .context())
        .isEqualTo(CONTEXT.plus(other));
  }
}
