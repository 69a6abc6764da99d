/**
 * What went on around a resource: exceptions, ends of threads, tests.
 *
 * <p>{@code JvmContext} keeps what one JVM's threads went through, each as a {@code ThreadContext};
 * a {@code LifeContext} is what it says of one life, and {@code ContextTally} adds them up for a
 * group. {@code LeftByException} and {@code OfOneRequest} make evidence of it.
 */
@NullMarked
package dev.rollcall.analysis.context;

import org.jspecify.annotations.NullMarked;
