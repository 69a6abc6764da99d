package dev.rollcall.agents.suites;

import dev.rollcall.agents.suites.TestResults.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs the test suites of well-known libraries without the agent and with all its profiles: {@code
 * Suites full|short AGENT JDK...}. What a run is unsure of is run once more. Ends with 1 if a test
 * that passes without the agent does not pass with it.
 */
final class Suites {
  private static final String HEAD =
      """
      | library | JDK | tests | passed without | passed with | only without | registered | leaked | groups | seconds without | with |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""";

  private final boolean isShort;
  private final Path agent;
  private final Path target = Path.of("target/suites").toAbsolutePath();
  private final List<String> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean failed;

  private Suites(boolean isShort, Path agent) {
    this.isShort = isShort;
    this.agent = agent;
  }

  public static void main(String[] args) throws InterruptedException {
    Suites suites = new Suites(args[0].equals("short"), Path.of(args[1]).toAbsolutePath());
    String wanted = System.getProperty("library", "");
    List<Suite> chosen =
        Suite.SUITES.stream()
            .filter(suite -> wanted.isEmpty() || suite.name().equals(wanted))
            .filter(suite -> !suites.isShort || !wanted.isEmpty() || !suite.few().isEmpty())
            .toList();
    if (chosen.isEmpty()) {
      System.err.println(
          "agent: there are no tests of "
              + wanted
              + ": use one of "
              + Suite.SUITES.stream().map(Suite::name).collect(Collectors.joining(", "))
              + ".");
      System.exit(2);
    }
    try {
      for (String jdk : List.of(args).subList(2, args.length)) {
        for (Suite suite : chosen) {
          suites.run(suite, Path.of(jdk));
        }
      }
    } catch (IOException e) {
      System.err.println("agent: " + e.getMessage());
      System.exit(1);
    }
    suites.print();
    System.exit(suites.failed ? 1 : 0);
  }

  private void run(Suite suite, Path jdk) throws IOException, InterruptedException {
    SuiteHome home =
        SuiteHome.make(suite, Path.of("suites", suite.name(), "pom.xml").toAbsolutePath(), target);
    int version = version(jdk);
    List<SuiteRun> without = new ArrayList<>();
    List<SuiteRun> with = new ArrayList<>();
    Comparison comparison;
    do {
      String round = version + "-" + (without.size() + 1);
      System.err.println("agent: " + suite.name() + " on " + version + " without the agent ...");
      without.add(start(suite, home, jdk, "without-" + round, List.of()));
      System.err.println("agent: " + suite.name() + " on " + version + " with the agent ...");
      with.add(start(suite, home, jdk, "with-" + round, withAgent(home, round)));
      comparison = Comparison.of(results(without), results(with));
    } while (comparison.isUnclear() && with.size() < 2);
    Path report = home.directory().resolve("with-" + version + "-1.report");
    add(suite, version, without.get(0), with.get(0), comparison, report);
  }

  private SuiteRun start(Suite suite, SuiteHome home, Path jdk, String name, List<String> options)
      throws IOException, InterruptedException {
    List<String> jvm = new ArrayList<>(suite.jvm());
    jvm.addAll(options);
    List<String> selection = isShort && !suite.few().isEmpty() ? suite.few() : suite.selection();
    return SuiteRun.of(name, home, jdk.resolve("bin/java"), jvm, selection);
  }

  private List<String> withAgent(SuiteHome home, String round) throws IOException {
    Path report = home.directory().resolve("with-" + round + ".report");
    Files.deleteIfExists(report);
    return List.of(
        "-javaagent:" + agent + "=all", "-Drollcall.mode=warn", "-Drollcall.report=" + report);
  }

  private static List<TestResults> results(List<SuiteRun> runs) {
    return runs.stream().map(SuiteRun::results).toList();
  }

  private static int version(Path jdk) throws IOException {
    for (String line : Files.readAllLines(jdk.resolve("release"))) {
      if (line.startsWith("JAVA_VERSION=\"")) {
        return Runtime.Version.parse(line.substring(14, line.length() - 1)).feature();
      }
    }
    throw new IOException(jdk + " does not say which version it is.");
  }

  private void add(
      Suite suite,
      int version,
      SuiteRun without,
      SuiteRun with,
      Comparison comparison,
      Path reportFile)
      throws IOException {
    String place = suite.name() + " " + suite.version() + " on " + version;
    if (Files.notExists(reportFile)) {
      failed = true;
      remarks.add(place + ": the agent made no report.");
      return;
    }
    AgentReport report = AgentReport.read(Files.readString(reportFile));
    rows.add(
        String.format(
            "| %s %s | %d | %,d | %,d | %,d | %d | %,d | %,d | %d | %.0f | %.0f |",
            suite.name(),
            suite.version(),
            version,
            without.results().ends().size(),
            without.results().count(End.PASSED),
            with.results().count(End.PASSED),
            comparison.differing().size(),
            report.registered(),
            report.leaked(),
            report.groups(),
            without.duration().toMillis() / 1000.0,
            with.duration().toMillis() / 1000.0));
    failed |= !comparison.differing().isEmpty() || report.misuses();
    if (report.misuses()) {
      remarks.add(place + ": the agent speaks of misuse; see " + reportFile + ".");
    }
    list(place, "passed without the agent only", comparison.differing());
    list(place, "ended in different ways, not because of the agent", comparison.unsteady());
    list(place, "failed with the agent and without", comparison.failing());
  }

  private void list(String place, String what, List<String> tests) {
    if (!tests.isEmpty()) {
      remarks.add(place + ", " + tests.size() + " " + what + ":");
      tests.forEach(test -> remarks.add("    " + test.split("\t", 2)[0]));
    }
  }

  private void print() {
    System.out.println(HEAD);
    rows.forEach(System.out::println);
    if (!remarks.isEmpty()) {
      System.out.println();
      remarks.forEach(System.out::println);
    }
  }
}
