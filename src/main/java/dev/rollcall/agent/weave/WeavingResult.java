package dev.rollcall.agent.weave;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a class. */
public final class WeavingResult {
  private final byte @Nullable [] bytes;
  private final Set<Point> found;
  private final List<String> missing;
  private final Set<String> delegating;

  WeavingResult(
      byte @Nullable [] bytes, Set<Point> found, List<String> missing, Set<String> delegating) {
    this.bytes = bytes;
    this.found = Set.copyOf(found);
    this.missing = List.copyOf(missing);
    this.delegating = Set.copyOf(delegating);
  }

  /** The woven class file, which is the caller's; null where the class was left alone. */
  public byte @Nullable [] bytes() {
    return bytes;
  }

  /** The points that it has. */
  public Set<Point> found() {
    return found;
  }

  /** What it needs to have and has not. */
  public List<String> missing() {
    return missing;
  }

  /** The descriptors of the constructors that leave their work to another one. */
  public Set<String> delegating() {
    return delegating;
  }
}
