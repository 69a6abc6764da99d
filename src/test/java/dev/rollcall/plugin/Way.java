package dev.rollcall.plugin;

/** What a plug-in does with the checker. */
public enum Way {
  /** The first use of all, in a thread group of the plug-in's. */
  FIRST_USE,
  RELEASED,
  /** The same of a type of the JDK's, whose instance the host has for ever. */
  RELEASED_OF_JDK,
  COUNTED,
  MISUSED,
  IGNORED,
  LEAKED,
  LEAKED_COUNTED,
  /** Never released, of a type of the JDK's, and the host has it for ever. */
  LIVE_OF_JDK,
  /** A checker that has made its final check, and that the host has for ever. */
  OWN_CHECKER,
  /** A checker that never makes its final check and keeps both sites. */
  OWN_CHECKER_LEFT,
  /** A test that registers, touches and misuses, and whose scope the host has for ever. */
  TEST
}
