package dev.rollcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares leaks of some types wanted, in a test or in all tests of a class and its nested classes.
 * They are counted and shown at the end of the run, and fail nothing. A leak of which it is not
 * known which of several tests made it is ignored only if all of them ignore it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(IgnoreLeaks.All.class)
public @interface IgnoreLeaks {
  /** The name of a class, {@code *} standing for any characters. */
  String type();

  /** Why the leaks are wanted; must not be blank. */
  String reason();

  /** Holds repeated annotations. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface All {
    /** The annotations. */
    IgnoreLeaks[] value();
  }
}
