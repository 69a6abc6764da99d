package dev.rollcall.cases;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the resources of a case become known to Rollcall.
 *
 * @param words as it is called in a table
 * @param watched what the agent watches, as it stands in its options; null without the agent
 */
record Way(String words, @Nullable String watched) {
  /** The program, or an adapter in it, registers them. */
  static Way of(Registrar registrar) {
    return new Way(registrar.words(), null);
  }

  /** The agent does, and the program knows nothing of Rollcall. */
  static Way agent(String watched) {
    return new Way("agent: " + (watched.startsWith("track=") ? "track" : watched), watched);
  }

  /** Whether it is the agent's. */
  boolean isAgent() {
    return watched != null;
  }

  /** The arguments of a program after the variant. */
  List<String> arguments() {
    return isAgent() ? List.of("agent") : List.of();
  }

  /** The JVM options. */
  List<String> options(Path agent) {
    return isAgent() ? List.of("-javaagent:" + agent + "=" + watched) : List.of();
  }

  /** What distinguishes its recordings. */
  String suffix() {
    return isAgent() ? "-agent" : "";
  }
}
