package dev.rollcall.agents.ways;

import java.util.List;

/**
 * Something that a tool saw being opened.
 *
 * @param type its class, or what the tool says that it is
 * @param frames where, innermost first, as class, method and line: {@code a.B.open:12}
 * @param isLeft whether it is open at the end, as the tool has it
 */
record Seen(String type, List<String> frames, boolean isLeft) {}
