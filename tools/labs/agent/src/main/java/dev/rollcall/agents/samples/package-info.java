/**
 * The agent in real JVMs: in a fat jar, a module, an OSGi framework, behind class loaders, attached
 * at run time, beside other agents, with archives of classes, with virtual threads. {@code Samples}
 * has the list; each sample is a class that runs a program of {@code
 * dev.rollcall.agents.samples.program} in {@code Turns}: without the agent and with it, forgetting
 * something known and nothing. {@code tools/agent samples} does all that.
 */
@NullMarked
package dev.rollcall.agents.samples;

import org.jspecify.annotations.NullMarked;
