package dev.rollcall.jmc;

import java.util.List;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.rules.TypedCollectionResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/**
 * What the rule finds, as typed values. Everything that comes from a recording is put into the
 * texts of a result through one of these, so that Mission Control escapes it.
 */
public final class LeakResults {
  /** Resources that were registered. */
  public static final TypedResult<IQuantity> REGISTERED =
      number("registered", "Registered", "Resources that were registered");

  /** Resources that leaked. */
  public static final TypedResult<IQuantity> LEAKED =
      number("leaked", "Leaked", "Resources that were never released");

  /** Misuses, such as a second release. */
  public static final TypedResult<IQuantity> MISUSED =
      number("misused", "Misused", "Double registrations, excess releases and uses after the end");

  /** Resources that lived when the recording ended. */
  public static final TypedResult<IQuantity> OPEN =
      number(
          "open",
          "Open",
          "Resources that were still live when the recording ended, and may yet be released");

  /** Resources whose fate is not known. */
  public static final TypedResult<IQuantity> UNKNOWN =
      number("unknown", "Unknown", "Resources whose end was not recorded");

  /** Leak groups. */
  public static final TypedResult<IQuantity> GROUPS =
      number(
          "groups",
          "Groups",
          "Groups of leaked resources with the same type and registration site");

  /** The type of the largest group. */
  public static final TypedResult<String> WORST_TYPE =
      text("worstType", "Worst Type", "Class of the largest group of leaked resources");

  /** The first suspect of the largest group. */
  public static final TypedResult<String> TOP_SUSPECT =
      text("topSuspect", "Top Suspect", "Method that most likely forgot to release the worst type");

  /** Why there may be more than was found, in short. */
  public static final TypedResult<String> DOUBT =
      text("doubt", "Doubt", "The first reason why leaks may have been missed");

  /** The largest causes, a sentence each. */
  public static final TypedCollectionResult<String> CAUSE_LIST =
      texts("causeList", "Causes", "Leak groups with the same first suspect, the largest first");

  /** The largest groups, a sentence each. */
  public static final TypedCollectionResult<String> GROUP_LIST =
      texts("groupList", "Leaked", "The largest groups of leaked resources");

  /** The largest groups of misuses, a sentence each. */
  public static final TypedCollectionResult<String> MISUSE_LIST =
      texts("misuseList", "Misused", "The largest groups of misuses");

  /** The suspects of the largest groups, a sentence each. */
  public static final TypedCollectionResult<String> SUSPECT_LIST =
      texts("suspectList", "Suspects", "Methods that may have forgotten a release");

  /** Why there may be more than was found, a sentence each. */
  public static final TypedCollectionResult<String> DOUBT_LIST =
      texts("doubtList", "Doubts", "Reasons why leaks may have been missed");

  static final List<TypedResult<?>> ALL =
      List.of(
          TypedResult.SCORE,
          TypedResult.ITEM_QUERY,
          REGISTERED,
          LEAKED,
          MISUSED,
          OPEN,
          UNKNOWN,
          GROUPS,
          WORST_TYPE,
          TOP_SUSPECT,
          DOUBT,
          CAUSE_LIST,
          GROUP_LIST,
          MISUSE_LIST,
          SUSPECT_LIST,
          DOUBT_LIST);

  private LeakResults() {}

  /** How a result's text names a value that is put into it. */
  static String in(TypedResult<?> result) {
    return '{' + result.getIdentifier() + '}';
  }

  private static TypedResult<IQuantity> number(String id, String name, String description) {
    return new TypedResult<>(id, name, description, UnitLookup.NUMBER, IQuantity.class);
  }

  private static TypedResult<String> text(String id, String name, String description) {
    return new TypedResult<>(id, name, description, UnitLookup.PLAIN_TEXT, String.class);
  }

  private static TypedCollectionResult<String> texts(String id, String name, String description) {
    return new TypedCollectionResult<>(id, name, description, UnitLookup.PLAIN_TEXT, String.class);
  }
}
