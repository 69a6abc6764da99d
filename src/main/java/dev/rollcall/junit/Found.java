package dev.rollcall.junit;

import dev.rollcall.internal.check.BlamedGroup;
import dev.rollcall.internal.scope.BlamedMisuse;
import java.util.List;

/** What the check of a test, a class or the run has found. */
record Found(List<BlamedGroup> leaks, List<BlamedMisuse> misuses) {
  boolean isClean() {
    return leaks.isEmpty() && misuses.isEmpty();
  }
}
