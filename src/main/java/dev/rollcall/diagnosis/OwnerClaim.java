package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Owner;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an owner has not done for a leaked resource: it ended without it, or has not given back a
 * reference.
 *
 * @param ownerType the class of the owner, without its package
 * @param took where it took the reference; null where it is the owner of the resource itself
 * @param ended where the owner was unregistered; null where that is not known
 */
record OwnerClaim(String ownerType, @Nullable Method took, @Nullable Method ended) {

  /** The claim that an owner ended without the resource. */
  static OwnerClaim left(Owner owner, Method ended) {
    return new OwnerClaim(owner.shortName(), null, ended);
  }

  /** The claim that an owner has a reference that it took. */
  static OwnerClaim owes(Owner owner, Method took, @Nullable Method ended) {
    return new OwnerClaim(owner.shortName(), took, ended);
  }

  /** Where the release should have been: where the owner ended, or else where it took it. */
  Method method() {
    Method place = ended != null ? ended : took;
    if (place == null) {
      throw new IllegalStateException("an owner that neither took nor ended is none");
    }
    return place;
  }

  /** The claim in words; {@code who}: "All 40 leaked resources". */
  String words(String who, boolean one, Subject subject) {
    if (took == null) {
      return say(
          "%s %s to a %s that was itself released in %s",
          who, one ? "belongs" : "belong", ownerType, method().shortName());
    }
    return say(
        "%s %s a reference that a %s took in %s and %s; %s",
        who,
        one ? "has" : "have",
        ownerType,
        took.shortName(),
        subject == Subject.LEAKED ? "never gave back" : "has not given back",
        ended == null
            ? say("the end of the %s was not recorded", ownerType)
            : say("the %s was itself released in %s", ownerType, ended.shortName()));
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
