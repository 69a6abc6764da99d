/**
 * The program whose ends are tried. {@code EndProgram} uses resources of which three leak, gets
 * ready, and ends in the way it is told; it depends on the runtime and slf4j-api only.
 */
@NullMarked
package dev.rollcall.ends.program;

import org.jspecify.annotations.NullMarked;
