package dev.rollcall.junit;

import dev.rollcall.internal.check.ChargedGroup;
import dev.rollcall.internal.scope.ChargedMisuse;
import java.util.List;

/** What the check of a test, a class or the run has found. */
record Found(List<ChargedGroup> leaks, List<ChargedMisuse> misuses) {
  boolean isClean() {
    return leaks.isEmpty() && misuses.isEmpty();
  }
}
