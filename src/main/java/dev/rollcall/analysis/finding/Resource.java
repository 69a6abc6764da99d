package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Jvm;
import org.jspecify.annotations.Nullable;

/**
 * Which resource, among all that were recorded.
 *
 * @param bytes how many it holds; 0 where it was not said
 * @param jvm the JVM it lived in; {@code null} where all that was read is of one JVM, or does not
 *     say
 */
public record Resource(
    int checkerId, long resourceId, @Nullable String description, @Nullable Jvm jvm, long bytes) {
  Resource in(Jvm where) {
    return new Resource(checkerId, resourceId, description, where, bytes);
  }
}
