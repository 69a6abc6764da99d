package dev.rollcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails each test that registers a resource and does not release it, or misuses one.
 *
 * <p>On a class it holds for all its tests and those of nested classes and subclasses. A test is
 * checked after its {@code @AfterEach} methods and callbacks, a class after its {@code @AfterAll}
 * methods: what {@code @BeforeAll} methods, static initialisers of the test class, and constructors
 * of test classes with one instance register must be released by then.
 *
 * <p>A test's own failure stays first, and leaks are attached to it as suppressed; a test that was
 * aborted by an assumption fails if it leaked.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@SuppressWarnings("exports")
@ExtendWith(LeakCheckExtension.class)
public @interface LeakChecked {
  /**
   * How long to wait for resources that are released in the background: a number with {@code ms},
   * {@code s} or {@code m}. A test that leaves nothing behind waits for nothing.
   */
  String waitAtMost() default "1s";

  /** Whether misuse, such as a double release, fails the test; false where a test provokes it. */
  boolean misuses() default true;
}
