/** Programs that try to break an agent, each in a JVM of its own. */
@NullMarked
package dev.rollcall.agents.ways.trial;

import org.jspecify.annotations.NullMarked;
