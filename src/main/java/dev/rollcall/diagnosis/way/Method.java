package dev.rollcall.diagnosis.way;

import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Words;

/**
 * A method on a stack. Two frames of one method are equal whatever their line, and whatever number
 * the compiler gave a lambda.
 *
 * @param name class and method, normalised
 * @param frame the frame, as it was seen on one of the stacks
 */
public record Method(String name, StackTraceElement frame) {
  public static Method of(StackTraceElement frame) {
    return new Method(Fingerprint.frame(frame), frame);
  }

  /** Whether it belongs to a class of this simple name, or to one nested in it. */
  public boolean isOf(String simpleName) {
    String className = frame.getClassName();
    String local = Words.shortClass(className);
    return local.equals(simpleName) || local.startsWith(simpleName + "$");
  }

  /** The method as a sentence names it: its class without the package. */
  public String shortName() {
    return Words.shortMethod(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Method method && method.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
