package dev.rollcall.bench.table;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cell of the matrix was measured: a benchmark with its parameters, on some threads. */
record Measured(String benchmark, Map<String, String> parameters, int threads) {

  /** Whether these are to be compared: the parameters that both have agree, but for some. */
  boolean matches(Measured other, Set<String> but) {
    return threads == other.threads
        && parameters.entrySet().stream()
            .allMatch(
                parameter ->
                    but.contains(parameter.getKey())
                        || other
                            .parameters
                            .getOrDefault(parameter.getKey(), parameter.getValue())
                            .equals(parameter.getValue()));
  }

  /** Whether this cell is of a benchmark and has these values of its parameters. */
  boolean is(String name, Map<String, String> fixed) {
    return benchmark.equals(name) && parameters.entrySet().containsAll(fixed.entrySet());
  }

  /** What a reader has to know beyond the claim. */
  String text() {
    String rest =
        parameters.entrySet().stream()
            .filter(
                parameter ->
                    parameter.getKey().equals("live") || parameter.getKey().equals("depth"))
            .map(parameter -> parameter.getKey() + " " + number(parameter.getValue()))
            .sorted()
            .collect(Collectors.joining(", "));
    return threads + (threads == 1 ? " thread" : " threads") + (rest.isEmpty() ? "" : ", " + rest);
  }

  /** A number of live resources. */
  static String number(String value) {
    return switch (value) {
      case "100000" -> "10⁵";
      case "1000000" -> "10⁶";
      default -> value;
    };
  }
}
