package dev.rollcall.agent.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be watched, by the names under which it is switched on. */
public enum ProfileName {
  FILES,
  SOCKETS,
  SELECTORS,
  JDBC,
  EXECUTORS,
  PROCESSES,
  HTTP,
  NETTY,
  ARROW;

  /** What is watched where nothing is said. */
  public static final Set<ProfileName> USUAL = EnumSet.of(FILES, SOCKETS, JDBC);

  /** The name as users write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, as a sentence has them. */
  public static String words() {
    return Arrays.stream(values()).map(ProfileName::word).collect(Collectors.joining(", "));
  }
}
