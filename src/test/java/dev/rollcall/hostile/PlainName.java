package dev.rollcall.hostile;

/** A resource; {@link StringsProgram} gives it another name. */
final class PlainName {}
