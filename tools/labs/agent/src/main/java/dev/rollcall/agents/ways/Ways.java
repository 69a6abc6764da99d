package dev.rollcall.agents.ways;

import dev.rollcall.agents.ways.program.Way;
import dev.rollcall.agents.ways.program.WayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes every way and every trial with Rollcall's agent, and to compare, with another, and prints a
 * table in Markdown: {@code Ways full|short AGENT JDK...}. Exits with 1 if Rollcall's was not
 * exact.
 */
final class Ways {
  private Ways() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<Tool> tools = new ArrayList<>();
    tools.add(new Rollcall(Path.of(args[1])));
    if (args[0].equals("full")) {
      String detector = System.getProperty("detector");
      tools.add(
          new FileLeakDetector(detector == null ? FileLeakDetector.fetch() : Path.of(detector)));
    }
    List<Jdk> jdks = new ArrayList<>();
    for (String home : List.of(args).subList(2, args.length)) {
      jdks.add(Jdk.of(home));
    }
    List<Way> ways = WayList.all();
    WayTable table = new WayTable(ways);
    List<String> flaws = new ArrayList<>();
    for (Tool tool : tools) {
      for (Jdk jdk : jdks) {
        System.err.printf("agent: %s, JDK %d ...%n", tool.title(), jdk.feature());
        try {
          Sight sight = tool.run(jdk, ways.size());
          List<String> verdicts = new ArrayList<>();
          for (int i = 0; i < ways.size(); i++) {
            verdicts.add(
                ways.get(i).since() > jdk.feature() ? "" : tool.verdict(ways.get(i), sight, i));
          }
          table.add(tool.title() + " " + jdk.feature(), verdicts);
          if (tool instanceof Rollcall) {
            flaws.addAll(flaws(ways, verdicts, sight, jdk));
          }
        } catch (IOException e) {
          flaws.add("%s, JDK %d: %s".formatted(tool.title(), jdk.feature(), e.getMessage()));
        }
      }
    }
    for (Jdk jdk : jdks) {
      System.err.printf("agent: trials, JDK %d ...%n", jdk.feature());
      flaws.addAll(trials(jdk, Path.of(args[1]), args[0].equals("full")));
    }
    System.out.print(table);
    flaws.forEach(flaw -> System.err.println("agent: " + flaw));
    System.exit(flaws.isEmpty() ? 0 : 1);
  }

  private static List<String> trials(Jdk jdk, Path agent, boolean isFull)
      throws IOException, InterruptedException {
    List<String> flaws = new ArrayList<>();
    for (Trial trial : Trial.all(jdk)) {
      trial
          .run(jdk, agent, Tool.classPath(), Tool.DIRECTORY, isFull ? 1_000_000 : 80_000)
          .ifPresent(flaw -> flaws.add("JDK %d: %s".formatted(jdk.feature(), flaw)));
    }
    return flaws;
  }

  private static List<String> flaws(List<Way> ways, List<String> verdicts, Sight sight, Jdk jdk) {
    List<String> flaws = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      String verdict = verdicts.get(i);
      String expected = ways.get(i).unseen().isEmpty() ? "yes" : "no";
      if (!verdict.isEmpty() && !verdict.equals(expected)) {
        flaws.add("JDK %d: %s: %s".formatted(jdk.feature(), ways.get(i).title(), verdict));
      }
    }
    sight.strays().forEach(stray -> flaws.add("JDK %d: %s".formatted(jdk.feature(), stray)));
    return flaws;
  }
}
