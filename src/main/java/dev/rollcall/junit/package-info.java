/**
 * Leak checks in JUnit Jupiter tests, 5.9 and newer: annotate a test class or method with {@link
 * dev.rollcall.junit.LeakChecked}. What a test registers and does not release fails that test.
 *
 * <p>A leak is blamed on a test only where that is certain: what the test's own thread registered,
 * and what threads that it started registered while no other checked test ran. Everything else
 * fails the smallest container that has all tests in it that may have caused it (a class, or else
 * the run), and says so. A parameter of type {@link dev.rollcall.LeakChecker} gets a checker of the
 * test's own, with which there is no doubt.
 */
@NullMarked
package dev.rollcall.junit;

import org.jspecify.annotations.NullMarked;
