package dev.rollcall.mutants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which classes are mutated, and to which library they belong. */
final class Subject {
  private static final Pattern OF_NETTY =
      Pattern.compile("io\\.netty\\.(?:handler\\.)?((?:codec\\.)?[a-z0-9]+)\\..*");

  /** What makes up reference counting itself, and what only tests use. */
  private static final List<String> SPARED =
      List.of(
          "io.netty.buffer.",
          "io.netty.util.",
          "io.netty.channel.embedded.",
          "io.netty.pkitesting.",
          // Statements and result sets themselves, around those of a driver.
          "org.jooq.tools.jdbc.");

  /** The names of libraries, by the beginnings of their packages. */
  private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

  static {
    LIBRARIES.put("dev.rollcall.mutants.app.jdbc.", "own JDBC");
    LIBRARIES.put("dev.rollcall.mutants.app.", "own handlers");
    LIBRARIES.put("org.springframework.", "Spring JDBC");
    LIBRARIES.put("org.jooq.", "jOOQ");
    LIBRARIES.put("org.apache.ibatis.", "MyBatis");
    LIBRARIES.put("org.hibernate.", "Hibernate");
    LIBRARIES.put("org.jdbi.", "Jdbi");
    LIBRARIES.put("io.grpc.", "gRPC");
    LIBRARIES.put("io.lettuce.", "Lettuce");
    LIBRARIES.put("reactor.netty.", "Reactor Netty");
    LIBRARIES.put("io.netty.", "Netty");
  }

  private Subject() {}

  /** Whether a class, named with dots, is mutated. */
  static boolean is(String type) {
    return LIBRARIES.keySet().stream().anyMatch(type::startsWith)
        && SPARED.stream().noneMatch(type::startsWith);
  }

  /** The library that a class belongs to: {@code Netty codec.http}. */
  static String library(String type) {
    String name =
        LIBRARIES.entrySet().stream()
            .filter(each -> type.startsWith(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not mutated: " + type));
    Matcher netty = OF_NETTY.matcher(type);
    return netty.matches() ? name + " " + netty.group(1) : name;
  }
}
