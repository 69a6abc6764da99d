package dev.rollcall.analysis.request;

import org.jspecify.annotations.Nullable;

/** The request in which something was done; {@code example}: what finds it in other tools. */
public record InRequest(RequestName request, @Nullable String example) {}
