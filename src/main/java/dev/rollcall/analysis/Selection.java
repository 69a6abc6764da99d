package dev.rollcall.analysis;

/** Which histories are wanted. */
public sealed interface Selection {
  /** The resource with an id. */
  record ById(long resourceId) implements Selection {}

  /** All resources of a type, by its full or its simple name. */
  record ByType(String name) implements Selection {}

  /** All resources of a leak group. */
  record ByGroup(String fingerprint) implements Selection {}

  /** Every resource. */
  record All() implements Selection {}

  /** Whether a resource with these properties is wanted. */
  default boolean matches(long resourceId, String type) {
    if (this instanceof ById byId) {
      return byId.resourceId() == resourceId;
    }
    if (this instanceof ByType byType) {
      return type.equals(byType.name())
          || type.endsWith("." + byType.name())
          || type.endsWith("$" + byType.name());
    }
    return true;
  }
}
