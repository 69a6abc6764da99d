package dev.rollcall.agents.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Measures on each JDK; tools/agent start starts it. */
public final class Start {
  private Start() {}

  /** The extent, full or short; the agent's jar; the homes of JDKs. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean isShort = arguments[0].equals("short");
    Path agent = Path.of(arguments[1]).toAbsolutePath();
    System.out.println("The agent's jar has " + agent.toFile().length() / 1000 + " kB.");
    for (String home : Arrays.asList(arguments).subList(2, arguments.length)) {
      Setting setting = Setting.of(Path.of(home), agent);
      System.out.printf("%n## Java %s%n%n", setting.version());
      System.out.print(new StartUp(setting, isShort ? 1 : 15).table());
      System.out.println();
      System.out.print(new SteadyState(setting, isShort ? 1 : 7, isShort ? 3 : 40).table());
    }
  }
}
