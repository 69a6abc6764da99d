package dev.rollcall.mutants;

import java.util.Locale;

/** A kind of bug: what the mutated method does instead of the call. */
enum Bug {
  /** Nothing, each time. */
  ALWAYS("release never called", Change.SKIP),
  /** Nothing, on a share of the executions. */
  SOMETIMES("release called sometimes", Change.SKIP),
  /** Nothing, where the method has another call for its other paths. */
  ONE_PATH("release missing on one path", Change.SKIP),
  /** Nothing, where the field that holds the resource is then set to another one. */
  OVERWRITTEN("reference overwritten", Change.SKIP),
  /** Nothing, where the call is for what belongs to another resource. */
  OWNER("owner closed without it", Change.SKIP),
  /** Nothing, in a handler for exceptions or the copy of a finally block that is one. */
  HANDLER("release missing in a handler", Change.SKIP),
  /** An exception passes before the call. */
  EXCEPTION("exception before the release", Change.THROW),
  /** It returns before the call. */
  RETURN("return before the release", Change.RETURN),
  /** The call is made twice. */
  RETAIN("one retain too many", Change.TWICE),
  /** The call is made twice. */
  RELEASE("one release too many", Change.TWICE);

  final String words;
  final Change change;

  Bug(String words, Change change) {
    this.words = words;
    this.change = change;
  }

  /** What is done to the bytecode. */
  enum Change {
    SKIP,
    THROW,
    RETURN,
    TWICE
  }

  /** Whether a resource is given up too early, rather than too late or never. */
  boolean isOverRelease() {
    return this == RELEASE;
  }

  /** Whether each execution of the call is changed, rather than a share of them. */
  boolean isWhole() {
    return switch (this) {
      case ALWAYS, ONE_PATH, OVERWRITTEN, OWNER, HANDLER -> true;
      case SOMETIMES, EXCEPTION, RETURN, RETAIN, RELEASE -> false;
    };
  }

  /** How much goes wrong, in words: of what kind of bugs it is one. */
  String extent() {
    return switch (this) {
      case ALWAYS, ONE_PATH, OVERWRITTEN, OWNER -> "always";
      case SOMETIMES, HANDLER, EXCEPTION, RETURN -> "sometimes or by exception";
      case RETAIN, RELEASE -> words;
    };
  }

  /** The word in tables that programs read. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what {@link #word} has written. */
  static Bug of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
