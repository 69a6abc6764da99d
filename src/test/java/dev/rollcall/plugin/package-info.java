/** Plug-ins that use Rollcall, and a host that lets go of them. */
@NullMarked
package dev.rollcall.plugin;

import org.jspecify.annotations.NullMarked;
