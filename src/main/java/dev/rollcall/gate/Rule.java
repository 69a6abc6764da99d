package dev.rollcall.gate;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.Glob;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a suppressions file: which leaks are wanted, and why.
 *
 * @param file the file, as the user named it
 * @param line the line, from 1 up
 * @param only the part of the groups that the rule is limited to; null for all of them
 */
public record Rule(
    String file, int line, Kind kind, String pattern, @Nullable Part only, String reason) {

  /** What the pattern is compared with. */
  public enum Kind {
    /** The class name of the resource; {@code *} stands for any characters. */
    TYPE,
    /** {@code Class.method} of each frame of the group's registration site; with {@code *}. */
    FRAME,
    /** The group's fingerprint, exactly; none of a group that may be of any site. */
    FINGERPRINT;

    /** The word in the file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A part of a group. */
  public enum Part {
    HELD,
    LOST;

    /** The word in the file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the rule means a group. A frame beyond the fingerprint's is that of one member. */
  Predicate<LeakFinding> matcher() {
    if (kind == Kind.FINGERPRINT) {
      return group -> group.fingerprint().equals(pattern) && !group.isUnplaced();
    }
    Glob glob = Glob.of(pattern);
    if (kind == Kind.TYPE) {
      return group -> glob.matches(group.type());
    }
    return group ->
        group.site().frames().stream()
            .anyMatch(frame -> glob.matches(frame.getClassName() + '.' + frame.getMethodName()));
  }

  /**
   * Whether the rule names a group of lives that are not followed. Such a group has the leaks of
   * every site, so that the rule would hide new ones.
   */
  public boolean namesAnySite(LeakFinding group) {
    return kind == Kind.FINGERPRINT && group.fingerprint().equals(pattern) && group.isUnplaced();
  }

  /** Where the rule is written: {@code file:line}. */
  public String place() {
    return file + ':' + line;
  }

  /** The rule as it is written, without its reason. */
  public String words() {
    return kind.word() + ' ' + pattern + (only == null ? "" : ' ' + only.word());
  }
}
