package dev.rollcall.recording;

import dev.rollcall.common.Labels;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JVM a recording comes from: process id and start, which together identify it on a machine;
 * its own id, or where recordings are too old to have it its labels, tell it from those on others.
 *
 * @param startedAt nanoseconds since 1970; 0 where it is not known
 * @param id what the JVM has drawn by lot, 16 hexadecimal digits; empty where no checkpoint says it
 */
public record Jvm(long pid, long startedAt, String name, String version, Labels labels, String id) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  /** One that does not say what it is called. */
  public Jvm(long pid, long startedAt, String name, String version) {
    this(pid, startedAt, name, version, Labels.NONE, "");
  }

  /** The id of a JVM that has drawn a number; empty for 0, which no JVM draws. */
  public static String id(long drawn) {
    return drawn == 0 ? "" : HexFormat.of().toHexDigits(drawn);
  }

  /** Whether an id may be such. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The same JVM, with its labels. */
  public Jvm with(Labels those) {
    return new Jvm(pid, startedAt, name, version, those, id);
  }

  /** The same JVM, with its own id. */
  public Jvm withId(String own) {
    return new Jvm(pid, startedAt, name, version, labels, own);
  }

  /**
   * What tells it from others of the same process id and start; empty where its recordings do not
   * say it, as those without a checkpoint.
   */
  public String sign() {
    return id.isEmpty() ? labels.text() : id;
  }

  // Written out: what a record has of its own is linked anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Jvm o
            && pid == o.pid
            && startedAt == o.startedAt
            && name.equals(o.name)
            && version.equals(o.version)
            && labels.equals(o.labels)
            && id.equals(o.id));
  }

  @Override
  public int hashCode() {
    return Objects.hash(pid, startedAt, name, version, labels, id);
  }
}
