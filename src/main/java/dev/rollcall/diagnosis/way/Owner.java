package dev.rollcall.diagnosis.way;

import dev.rollcall.common.Words;
import dev.rollcall.recording.Site;
import org.jspecify.annotations.Nullable;

/**
 * A resource that owns another one, or a reference to it. Sites are compared by identity, as those
 * of steps are.
 *
 * @param type its class; empty where that is not known
 * @param end where it was unregistered; null where it was not, or that is not known
 */
public record Owner(String type, @Nullable Site end) {
  /**
   * Whether what it owns ends with it all the same: by its specification, JDBC closes statements
   * with their connection, and result sets with their statement. Who made them is to close them.
   */
  public boolean closesWhatItOwns() {
    return type.startsWith("java.sql.");
  }

  /** The class without its package. */
  public String shortName() {
    return type.isEmpty() ? "resource" : Words.shortClass(type);
  }

  @SuppressWarnings("ReferenceEquality")
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Owner owner && owner.type.equals(type) && owner.end == end;
  }

  @Override
  public int hashCode() {
    return type.hashCode() * 31 + System.identityHashCode(end);
  }
}
