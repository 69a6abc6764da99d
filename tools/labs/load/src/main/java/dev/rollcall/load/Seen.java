package dev.rollcall.load;

/**
 * What the client saw of a server.
 *
 * @param answers how many in all
 * @param perSecond answers, while it was measured
 * @param p50 median latency in ns
 * @param p99 the latency in ns that one in a hundred exceeds
 */
record Seen(long answers, double perSecond, long p50, long p99) {
  static Seen parse(String line) {
    String[] words = line.split(" ", -1);
    return new Seen(
        Long.parseLong(words[0]),
        Double.parseDouble(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }
}
