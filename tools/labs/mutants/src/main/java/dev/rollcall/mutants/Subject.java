package dev.rollcall.mutants;

import java.util.List;

/** Which classes are mutated: Netty's codecs, handlers and transports, and our own handlers. */
final class Subject {
  private static final List<String> MUTATED = List.of("io.netty.", "dev.rollcall.mutants.app.");

  /** What makes up reference counting itself, and what only tests use. */
  private static final List<String> SPARED =
      List.of(
          "io.netty.buffer.",
          "io.netty.util.",
          "io.netty.channel.embedded.",
          "io.netty.pkitesting.");

  private Subject() {}

  /** Whether a class, named with dots, is mutated. */
  static boolean is(String type) {
    return MUTATED.stream().anyMatch(type::startsWith)
        && SPARED.stream().noneMatch(type::startsWith);
  }
}
