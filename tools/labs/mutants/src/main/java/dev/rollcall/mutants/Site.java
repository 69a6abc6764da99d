package dev.rollcall.mutants;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of a class that takes a reference or gives one up.
 *
 * @param type the class, with dots
 * @param method the method that holds the call
 * @param descriptor that method's descriptor
 * @param act what the call does
 * @param ordinal which call of that method that does this it is, from 0
 */
record Site(String type, String method, String descriptor, Act act, int ordinal)
    implements Comparable<Site> {
  private static final Pattern TEXT =
      Pattern.compile("([\\w.$]+)\\.([\\w$<>]+)(\\(.*\\).+)([#+])([0-9]+)");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$[0-9]+");

  /** What a call does to a reference. */
  enum Act {
    RELEASE("#"),
    RETAIN("+");

    private final String sign;

    Act(String sign) {
      this.sign = sign;
    }
  }

  /** A release call. */
  Site(String type, String method, String descriptor, int ordinal) {
    this(type, method, descriptor, Act.RELEASE, ordinal);
  }

  /** Reads what {@link #toString} has written. */
  static Site parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a call site: " + text);
    }
    return new Site(
        matcher.group(1),
        matcher.group(2),
        matcher.group(3),
        matcher.group(4).equals(Act.RETAIN.sign) ? Act.RETAIN : Act.RELEASE,
        Integer.parseInt(matcher.group(5)));
  }

  /** The method in the source: that in which a lambda was written, for a lambda. */
  static String sourceMethod(String method) {
    Matcher lambda = LAMBDA.matcher(method);
    return lambda.matches() ? lambda.group(1) : method;
  }

  /** The method in the source that holds the call. */
  String sourceMethod() {
    return sourceMethod(method);
  }

  /** Whether a frame is one of the method that holds the call. */
  boolean isIn(String frameType, String frameMethod) {
    return type.equals(frameType) && sourceMethod().equals(sourceMethod(frameMethod));
  }

  /** Whether a class is the one that holds the call, or the one that it is nested in. */
  boolean isOfClass(String frameType) {
    return outermost(type).equals(outermost(frameType));
  }

  /** The class that one is nested in; itself if it is not. */
  static String outermost(String type) {
    int nested = type.indexOf('$');
    return nested < 0 ? type : type.substring(0, nested);
  }

  /** The class without its package and the method, as they are in a report. */
  String simpleName() {
    return type.substring(type.lastIndexOf('.') + 1) + "." + sourceMethod();
  }

  @Override
  public int compareTo(Site other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return type + "." + method + descriptor + act.sign + ordinal;
  }
}
