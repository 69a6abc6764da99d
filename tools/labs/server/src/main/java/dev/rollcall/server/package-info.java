/** Runs the depot under load, asks Rollcall while it runs what is wrong with it, and judges. */
@NullMarked
package dev.rollcall.server;

import org.jspecify.annotations.NullMarked;
