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
 * @param closes whether the owner closes what it owns all the same
 * @param took where it took the reference; null where it is the owner of the resource itself
 * @param ended where the owner was unregistered; null where that is not known
 */
record OwnerClaim(String ownerType, boolean closes, @Nullable Method took, @Nullable Method ended) {

  /** The claim that an owner ended without the resource. */
  static OwnerClaim left(Owner owner, Method ended) {
    return new OwnerClaim(owner.shortName(), owner.closesWhatItOwns(), null, ended);
  }

  /** The claim that an owner has a reference that it took. */
  static OwnerClaim owes(Owner owner, Method took, @Nullable Method ended) {
    return new OwnerClaim(owner.shortName(), owner.closesWhatItOwns(), took, ended);
  }

  /** Where the release should have been: where the owner ended, or else where it took it. */
  Method method() {
    Method place = ended != null ? ended : took;
    if (place == null) {
      throw new IllegalStateException("an owner that neither took nor ended is none");
    }
    return place;
  }

  /** The claim in words, from the method on; {@code which}: "40 of 40 leaked resources". */
  String words(String which, boolean one, Subject subject) {
    if (took == null) {
      return say(
          "%s released the owner, a %s, of %s, but not %s",
          method().shortName(), ownerType, which, one ? "it" : "them");
    }
    if (ended == null) {
      return say(
          "%s took a reference to %s for a %s, which %s it back (its end was not recorded)",
          took.shortName(),
          which,
          ownerType,
          subject == Subject.LEAKED ? "never gave" : "has not given");
    }
    return say(
        "%s released a %s that still had a reference to %s, taken in %s",
        ended.shortName(), ownerType, which, took.shortName());
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
