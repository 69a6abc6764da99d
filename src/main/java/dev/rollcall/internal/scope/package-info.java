/**
 * Who is blamed for what was registered, where tests run.
 *
 * <p>A {@code Scope} is a test or what holds tests; a {@code Blame} says which of those that were
 * open it can have been.
 */
@NullMarked
package dev.rollcall.internal.scope;

import org.jspecify.annotations.NullMarked;
