package dev.rollcall.report.table;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.Words;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Resources that are examples of their group. */
final class ResourceSheet {
  /** An example of a group. */
  record Example(Group group, History life) {
    static final Comparator<Example> ORDER =
        Comparator.comparing(Example::group, Group.ORDER)
            .thenComparing(example -> example.life.checkerId())
            .thenComparing(example -> example.life.resourceId());
  }

  static final Sheet<Example> SHEET =
      Sheet.<Example>of(
              "resource",
              "Example lives of the groups, a few of each: how many there are is in the groups."
                  + " `fingerprint`, `checker` and `resource_id` tell those of a JVM apart.")
          .all("fingerprint", Kind.TEXT, "the group", of -> of.group.fingerprint())
          .all("status", Kind.TEXT, "its status", of -> of.group.status().word())
          .all(
              "resource_id",
              Kind.INTEGER,
              "the serial number in its JVM",
              of -> of.life.resourceId())
          .all(
              "resource",
              Kind.TEXT,
              "the same as reports write it: `0x2a`",
              of -> Words.id(of.life.resourceId()))
          .all(
              "checker",
              Kind.INTEGER,
              "number of the checker; 0 is the global one",
              of -> (long) of.life.checkerId())
          .all("type", Kind.TEXT, "its class", of -> of.life.type())
          .some(
              "description", Kind.TEXT, "what the program said of it", of -> of.life.description())
          .all(
              "bytes",
              Kind.INTEGER,
              "how many it holds; 0 where that was not said",
              of -> of.life.bytes())
          .some(
              "ref_count",
              Kind.INTEGER,
              "its last reference count, where it is known",
              of -> of.life.refCount())
          .some(
              "owner_id",
              Kind.INTEGER,
              "the resource that was to release it",
              of -> ownerId(of.life.owner()))
          .some("owner_type", Kind.TEXT, "class of that resource", of -> ownerType(of.life.owner()))
          .some(
              "registered",
              Kind.TIME,
              "when it was registered, where it is known",
              of -> registered(of.life))
          .some(
              "last_seen",
              Kind.TIME,
              "time of the last step that is known",
              of -> lastSeen(of.life))
          .all(
              "begins_before",
              Kind.FLAG,
              "whether it was registered before the recording, or its registration is lost",
              of -> of.life.beginsBefore())
          .all(
              "followed",
              Kind.FLAG,
              "whether its steps were to be recorded",
              of -> of.life.isFollowed())
          .all(
              "missing_steps",
              Kind.INTEGER,
              "how many steps between others are lost",
              of -> of.life.missingSteps())
          .site("where it was registered", of -> of.life.site())
          .made();

  private ResourceSheet() {}

  private static @Nullable Long ownerId(History.@Nullable Owner owner) {
    return owner == null ? null : owner.resourceId();
  }

  private static @Nullable String ownerType(History.@Nullable Owner owner) {
    return owner == null || owner.type().isEmpty() ? null : owner.type();
  }

  private static @Nullable Long registered(History life) {
    return life.steps().stream()
        .filter(step -> step.kind() == Step.Kind.REGISTER)
        .map(step -> step.moment().time())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Long lastSeen(History life) {
    return life.steps().isEmpty()
        ? null
        : life.steps().get(life.steps().size() - 1).moment().time();
  }
}
