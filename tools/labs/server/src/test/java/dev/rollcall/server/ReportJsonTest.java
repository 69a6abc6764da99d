package dev.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.rollcall.server.Seen.Dump;
import dev.rollcall.server.Seen.Group;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportJsonTest {
  @Test
  void readsWhatIsOpenAndWhatGrows() throws IOException {
    Dump dump =
        ReportJson.read(
            """
            {
              "totals": {"unregistered": 900, "open": 5},
              "open": [
                {"type": "depot.Lease", "count": 2, "age": "overdue", "suspects": [
                  {"frame": {"class": "depot.Restock", "method": "finish", "line": 36}},
                  {"frame": {"class": "depot.Restock", "method": "run", "line": 24}}]},
                {"type": "depot.Link", "count": 3, "age": "unknown", "suspects": []}
              ],
              "overdue": [{"type": "depot.Lease", "count": 1, "returned": 0}],
              "growth": [{"type": "depot.Lease", "perMinute": 1.5}]
            }
            """);

    assertThat(dump)
        .isEqualTo(
            new Dump(
                900,
                List.of(
                    new Group("depot.Lease", 2, "overdue", "depot.Restock.finish"),
                    new Group("depot.Link", 3, "unknown", null)),
                List.of("depot.Lease"),
                List.of("depot.Lease by 1.5 a minute")));
  }

  @Test
  void aReportThatSaysNothingOfWhatIsOpenIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> ReportJson.read("{\"totals\": {\"unregistered\": 900}}"))
        .withMessageContaining("open");
    assertThatIOException()
        .isThrownBy(() -> ReportJson.read("rollcall: no such file"))
        .withMessageContaining("no JSON");
  }
}
