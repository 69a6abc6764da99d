/**
 * Which classes are watched, and where in them: a list for each profile, and the tracked classes.
 */
@NullMarked
package dev.rollcall.agent.profile;

import org.jspecify.annotations.NullMarked;
