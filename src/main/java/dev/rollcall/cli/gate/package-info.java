/** What findings have to pass before they count, and which of them fail, as options. */
@NullMarked
package dev.rollcall.cli.gate;

import org.jspecify.annotations.NullMarked;
