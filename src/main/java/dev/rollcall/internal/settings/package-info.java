/**
 * The system properties that start with {@code rollcall.}: {@code Settings}, read by {@code
 * SettingText}.
 */
@NullMarked
package dev.rollcall.internal.settings;

import org.jspecify.annotations.NullMarked;
