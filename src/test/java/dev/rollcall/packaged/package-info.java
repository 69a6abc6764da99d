/** The jars as they are in the build directory, used as their users do. */
@NullMarked
package dev.rollcall.packaged;

import org.jspecify.annotations.NullMarked;
