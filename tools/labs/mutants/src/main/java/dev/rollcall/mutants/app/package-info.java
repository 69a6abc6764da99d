/** Handlers such as an application writes, each with its own way of keeping and giving up. */
@NullMarked
package dev.rollcall.mutants.app;

import org.jspecify.annotations.NullMarked;
