/** What is measured in JVMs of its own. */
@NullMarked
package dev.rollcall.agents.start.program;

import org.jspecify.annotations.NullMarked;
