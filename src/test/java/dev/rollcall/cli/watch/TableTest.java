package dev.rollcall.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.attach.OpenNow;
import dev.rollcall.attach.OpenNow.OfType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is shown of a running JVM. */
final class TableTest {
  private static final Instant TIME = Instant.parse("2026-11-29T17:03:22.5Z");

  private final Table table = new Table(4711, ZoneOffset.UTC);
  private final List<Row> rows =
      List.of(
          row("com.acme.Buffer", 1_200, 900, OptionalDouble.empty(), 0),
          row("com.acme.Idle", 0, -1, OptionalDouble.empty(), 0),
          row("com.acme.shop.cart.Connection", 38, 125_000, OptionalDouble.of(12.34), 0),
          row("com.acme.Session", 2, 700_000, OptionalDouble.empty(), 1));

  private static Row row(
      String type, long open, long oldest, OptionalDouble perMinute, long overdue) {
    return new Row(new OfType(type, open, open, oldest, overdue), perMinute);
  }

  private OpenNow now() {
    return new OpenNow(TIME, rows.stream().map(Row::now).toList());
  }

  @Test
  void whatTellsMostComesFirst() {
    assertThat(table.of(now(), rows, 100, 24))
        .containsExactly(
            "JVM 4711 at 17:03:22: 1,240 open, of 4 types",
            "TYPE                            OPEN  OLDEST     GROWTH  OVERDUE",
            "com.acme.Session                   2  11 min          -        1",
            "com.acme.shop.cart.Connection     38   125 s  +12.3/min        0",
            "com.acme.Buffer                1,200   0.9 s          -        0",
            "com.acme.Idle                      0       -          -        0",
            "rollcall dump 4711 tells where they were registered");
  }

  @Test
  void theColumnsStayWhereTheyAreWhenTheOldestIsYoung() {
    Row young = row("com.acme.Session", 2, 100, OptionalDouble.empty(), 1);
    Row older = row("com.acme.Session", 2, 52_000, OptionalDouble.empty(), 1);

    assertThat(table.of(now(), List.of(young), 100, 24))
        .contains("com.acme.Session     2  <0.5 s       -        1");
    assertThat(table.of(now(), List.of(older), 100, 24))
        .contains("com.acme.Session     2  52.0 s       -        1");
  }

  @Test
  void itFitsTheTerminal() {
    List<String> lines = table.of(now(), rows, 50, 7);
    assertThat(lines).hasSize(6).allMatch(line -> line.length() <= 50);
    assertThat(lines.get(3)).startsWith("Connection ");
    assertThat(lines.get(4)).isEqualTo("and 1,200 open of 2 more types");
    assertThat(table.of(now(), rows, 42, 7).get(3))
        .startsWith("...")
        .endsWith("+12.3/min        0");
  }

  @Test
  void aNarrowTerminalHasRoomForTheTypes() {
    List<Row> quiet =
        List.of(row("com.acme.shop.cart.Connection", 25, 400, OptionalDouble.empty(), 0));
    assertThat(new Table(1_234_567, ZoneOffset.UTC).of(now(), quiet, 40, 10))
        .containsExactly(
            "JVM 1234567 at 17:03:22: 25 open",
            "TYPE                        OPEN  OLDEST",
            "Connection                    25  <0.5 s",
            "rollcall dump 1234567 tells where from");
  }

  @Test
  void aLineStandsForItself() {
    assertThat(table.lines(now(), rows))
        .startsWith(
            "2026-11-29T17:03:22Z pid=4711 type=com.acme.Session open=2 oldest=700.0s growth=-"
                + " overdue=1",
            "2026-11-29T17:03:22Z pid=4711 type=com.acme.shop.cart.Connection open=38"
                + " oldest=125.0s growth=+12.3/min overdue=0")
        .hasSize(4);
  }

  /** One in two seconds is never released, under a load that comes and goes. */
  @Test
  void whatGrowsIsToldAndWhatSwingsIsNot() {
    Trends trends = new Trends();
    List<Row> last = new ArrayList<>();
    for (int second = 0; second < 240; second++) {
      int load = second % 20;
      OfType leaking = new OfType("A", second / 2 + load, 10L * second, 0, 0);
      OfType swinging = new OfType("B", load, 10L * second, 0, 0);
      last = trends.add(new OpenNow(TIME.plusSeconds(second), List.of(leaking, swinging)));
      if (second == 30) {
        assertThat(last).allMatch(row -> row.perMinute().isEmpty()); // too early
      }
    }
    assertThat(last.get(0).perMinute().getAsDouble()).isCloseTo(30, Offset.offset(5.0));
    assertThat(last.get(1).perMinute()).isEmpty();
  }
}
