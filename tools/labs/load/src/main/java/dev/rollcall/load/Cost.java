package dev.rollcall.load;

/**
 * What a server's process has used so far.
 *
 * @param cpuNanos CPU time of all its threads
 * @param compilationMillis time its compilers were at work
 */
record Cost(long cpuNanos, long compilationMillis) {
  static Cost parse(String line) {
    String[] words = line.split(" ", -1);
    return new Cost(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  Cost minus(Cost before) {
    return new Cost(cpuNanos - before.cpuNanos, compilationMillis - before.compilationMillis);
  }
}
