/**
 * The connection to a JVM that runs on this machine: who may be asked, what lives in it now, and
 * its recording. Nothing is loaded into that JVM but its own management agent, which listens to
 * this machine only; recordings that run there stay as they are.
 *
 * <p>Needs a JDK: {@link dev.rollcall.attach.Attach} is the door, and says so where it is missing.
 */
@NullMarked
package dev.rollcall.attach;

import org.jspecify.annotations.NullMarked;
