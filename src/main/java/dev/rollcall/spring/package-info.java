/**
 * Spring Boot, 3.5 and 4: with Rollcall on the class path and switched on, an application's data
 * sources are tracked, an actuator endpoint and meters tell what is live, and what a test's cached
 * context keeps is no test's leak. There is nothing to call here. Uses only classes that are at the
 * same place in both versions.
 */
@NullMarked
package dev.rollcall.spring;

import org.jspecify.annotations.NullMarked;
