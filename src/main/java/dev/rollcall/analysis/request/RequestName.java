package dev.rollcall.analysis.request;

import org.jspecify.annotations.Nullable;

/**
 * What a request is called.
 *
 * @param name of the innermost work
 * @param within the outermost work that it was part of; null where it is that itself
 */
public record RequestName(String name, @Nullable String within) {}
