package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.common.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The report a person reads, word for word. */
class ReportTextTest {
  private static final String COLLECTOR =
      "What the garbage collector had taken by then may differ from run to run.";

  private static LeakReport report(
      long registered, long ignored, long leaked, long misuses, long known, LeakGroup... groups) {
    return new LeakReport(
        0,
        1,
        Instant.EPOCH,
        registered,
        registered - leaked - ignored,
        ignored,
        leaked,
        misuses,
        known,
        List.of(groups),
        List.of());
  }

  private static LeakGroup group(long count, long lost, long min, long max, String... methods) {
    List<StackTraceElement> site = new ArrayList<>();
    for (String method : methods) {
      site.add(new StackTraceElement("shop.Shop", method, "Shop.java", 7));
    }
    return new LeakGroup(
        "shop.Cart@0123456789abcdef",
        "shop.Cart",
        count,
        0,
        lost,
        Duration.ofMillis(1_500),
        min,
        max,
        site,
        List.of(
            new Leak(0x2a, "shop.Cart", null, min, Duration.ZERO, Leak.State.HELD, "main", 0),
            new Leak(0x2b, "shop.Cart", "of\nAnn", min, Duration.ZERO, Leak.State.HELD, "main", 0)),
        List.of());
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines);
  }

  @Test
  void aReport() {
    LeakReport report =
        report(
            12_345, 2, 1_003, 4, 1_001, group(1_001, 1, 1, 3, "open", "main"), group(2, 0, -1, -1));

    assertThat(report)
        .hasToString(
            lines(
                "LEAK: 1,003 of 12,345 registered resources were never released, in 2 groups;"
                    + " 2 ignored; 4 misused;",
                "    registration site known for 1,001 of them.",
                "LEAK: 1,001 x shop.Cart, oldest 1.5 s, reference counts 1 to 3",
                "    group shop.Cart@0123456789abcdef",
                "    e.g. 0x2a, 0x2b (of\\u000aAnn)",
                "    registered at",
                "        shop.Shop.open(Shop.java:7)",
                "        shop.Shop.main(Shop.java:7)",
                "    collector: 1,000 reachable and 1 collected before release",
                "LEAK: 2 x shop.Cart, oldest 1.5 s",
                "    group shop.Cart@0123456789abcdef",
                "    e.g. 0x2a, 0x2b (of\\u000aAnn)",
                "    registered at a site that was not kept",
                "    collector: reachable",
                COLLECTOR));
  }

  @Test
  void oneLeak() {
    assertThat(report(1, 0, 1, 0, 1, group(1, 1, 2, 2, "open")))
        .hasToString(
            lines(
                "LEAK: 1 of 1 registered resources was never released, in 1 group.",
                "LEAK: 1 x shop.Cart, oldest 1.5 s, reference count 2",
                "    group shop.Cart@0123456789abcdef",
                "    e.g. 0x2a, 0x2b (of\\u000aAnn)",
                "    registered at",
                "        shop.Shop.open(Shop.java:7)",
                "    collector: collected before release",
                COLLECTOR));
  }

  @Test
  void aCleanReportIsOneLine() {
    assertThat(report(0, 0, 0, 0, 0))
        .hasToString("No leaks: all 0 registered resources were released.");
    assertThat(report(7, 3, 0, 1, 0))
        .hasToString(
            "No leaks: all 7 registered resources were released or ignored; 3 ignored;"
                + " 1 misused.");
  }

  @Test
  void manyGroupsAreCut() {
    LeakGroup group = group(5, 0, -1, -1, "open");
    LeakReport report =
        report(500, 0, 115, 0, 115, Collections.nCopies(23, group).toArray(LeakGroup[]::new));

    assertThat(report.toString())
        .endsWith(lines("", "LEAK: and 3 more groups with 15 resources", COLLECTOR))
        .containsOnlyOnce("more groups");
    assertThat(report.toString().split("LEAK: 5 x", -1)).hasSize(21);
  }

  @Test
  void deepSitesAreCut() {
    String[] methods = Collections.nCopies(15, "open").toArray(String[]::new);

    assertThat(report(1, 0, 1, 0, 1, group(1, 0, -1, -1, methods)).toString())
        .contains(lines("        shop.Shop.open(Shop.java:7)", "        ... 3 more", "    coll"));
  }

  @Test
  void everyLineOfOneReportIsInOneText() {
    assertThat(report(1, 0, 1, 0, 1, group(1, 0, -1, -1, "open")).toString())
        .doesNotEndWith("\n")
        .startsWith("LEAK: ");
  }

  /** A locale with digits and separators of its own. */
  @Test
  void theTextDependsOnNoLocale() {
    LeakReport report = report(12_345, 2, 1_003, 4, 1_001, group(1_001, 1, 1, 3, "open"));
    String[] methods = Collections.nCopies(15, "open").toArray(String[]::new);
    LeakReport deep = report(1, 0, 1, 0, 1, group(1, 0, -1, -1, methods));
    String here = report.toString() + deep + TimeSpan.age(3_660_000);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(report.toString() + deep + TimeSpan.age(3_660_000)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }
}
