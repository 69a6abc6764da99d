package dev.rollcall.agents.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Runs a program four times: with the agent and without, forgetting something and not. The agent
 * has to say exactly what was forgotten and nothing else, and the program to print the same.
 */
final class Turns {
  private static final int LEAKED = 86;
  private static final String PROFILES = "files,sockets,jdbc";

  private final Lab lab;
  private final List<Leak> expected;
  private final int total;
  private boolean isAgentLast;
  private boolean isOrdered = true;

  private Turns(Lab lab, List<Leak> expected, int total) {
    this.lab = lab;
    this.expected = expected;
    this.total = total;
  }

  /**
   * How a program is run: what follows the agent's options, with "forget" or "close" where it is
   * wanted.
   */
  @FunctionalInterface
  interface Arguments {
    List<String> of(String what) throws IOException;
  }

  /** What {@code Work} forgets. */
  static Turns of(Lab lab) {
    return new Turns(
        lab,
        List.of(
            new Leak(1, "java.io.FileInputStream", "Work.forgetFile"),
            new Leak(1, "java.sql.Connection", "Work.connect")),
        2);
  }

  static Turns expecting(Lab lab, int total, Leak... expected) {
    return new Turns(lab, List.of(expected), total);
  }

  /** Other agents are started before it. */
  Turns agentLast() {
    isAgentLast = true;
    return this;
  }

  /** Threads print in whatever order they run. */
  Turns inAnyOrder() {
    isOrdered = false;
    return this;
  }

  /** The options that start the agent, with its report in a file. */
  List<String> agent(Path report) {
    List<String> options = new ArrayList<>();
    options.add("-Drollcall.mode=fail");
    options.add("-Drollcall.report=" + report);
    options.add("-javaagent:" + lab.agent() + '=' + PROFILES);
    return options;
  }

  /** Runs a program that ends by itself. */
  void run(Arguments arguments) throws IOException, InterruptedException, Broken {
    for (String what : List.of("forget", "close")) {
      Jvm.Ended without = Jvm.start(lab, what + "-without", arguments.of(what)).await();
      if (without.status() != 0) {
        throw new Broken(
            "without the agent it ended with status " + without.status() + ": " + lab.directory());
      }
      Path report = lab.directory().resolve(what + ".txt");
      List<String> all = new ArrayList<>(isAgentLast ? List.of() : agent(report));
      List<String> others = arguments.of(what);
      int program = isAgentLast ? afterAgents(others) : 0;
      all.addAll(others.subList(0, program));
      all.addAll(isAgentLast ? agent(report) : List.of());
      all.addAll(others.subList(program, others.size()));
      judge(what, without, Jvm.start(lab, what + "-with", all).await());
    }
  }

  private static int afterAgents(List<String> arguments) {
    int after = 0;
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith("-javaagent:")) {
        after = i + 1;
      }
    }
    return after;
  }

  /** Compares a run with the agent with one without. */
  void judge(String what, Jvm.Ended without, Jvm.Ended with) throws IOException, Broken {
    same(what, "stdout", without.output(), with.output());
    same(what, "stderr", without.errors(), with.errors());
    if (what.equals("close")) {
      if (with.status() != without.status()) {
        throw new Broken("status " + with.status() + " though all was closed: " + lab.directory());
      }
      silent(what);
      return;
    }
    Path file = lab.directory().resolve(what + ".txt");
    String report = Files.exists(file) ? Files.readString(file) : "";
    List<Leak> found = Leak.in(report);
    if (!matches(found)) {
      throw new Broken("expected " + expected + ", found " + found + ": " + file);
    }
    if (Leak.total(report) != total) {
      throw new Broken("expected " + total + " leaks, found " + Leak.total(report) + ": " + file);
    }
    if (!report.contains("The agent watches " + PROFILES.replace(",", ", "))) {
      throw new Broken("the report does not say what is watched: " + file);
    }
    if (with.status() != LEAKED) {
      throw new Broken("status " + with.status() + ", not " + LEAKED + ": " + lab.directory());
    }
  }

  private void silent(String what) throws IOException, Broken {
    Path file = lab.directory().resolve(what + ".txt");
    String report = Files.exists(file) ? Files.readString(file) : "";
    if (report.contains("LEAK:") || report.toLowerCase(Locale.ROOT).contains("misuse")) {
      throw new Broken("the report finds " + Leak.in(report) + " though all was closed: " + file);
    }
  }

  private boolean matches(List<Leak> found) {
    if (found.size() != expected.size()) {
      return false;
    }
    for (Leak each : expected) {
      long same =
          found.stream()
              .filter(
                  leak ->
                      leak.count() == each.count()
                          && leak.type().equals(each.type())
                          && leak.place().contains(each.place() + '('))
              .count();
      if (same != 1) {
        return false;
      }
    }
    return true;
  }

  /** The program's own lines, but for times and other numbers. */
  private void same(String what, String stream, String without, String with) throws Broken {
    List<String> before = lines(without);
    List<String> after = lines(with);
    if (!isOrdered) {
      Collections.sort(before);
      Collections.sort(after);
    }
    if (!before.equals(after)) {
      List<String> more = new ArrayList<>(after);
      before.forEach(more::remove);
      List<String> less = new ArrayList<>(before);
      after.forEach(less::remove);
      throw new Broken(
          "the program's %s differs (%s): with the agent there is %s, without it %s: %s"
              .formatted(stream, what, more, less, lab.directory()));
    }
  }

  private List<String> lines(String printed) {
    return printed
        .lines()
        .filter(line -> !line.startsWith("Rollcall: "))
        .map(line -> line.replaceAll("[0-9]+", "#"))
        // The JVM's own, where an archive is of a run with other agents, whichever they are.
        .filter(line -> !line.matches("\\[#\\.#s\\]\\[error *\\]\\[(cds|aot) *\\].*"))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
