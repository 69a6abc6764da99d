package dev.rollcall.analysis;

import dev.rollcall.analysis.life.CollectorReleases;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.analysis.request.ReleasedByGroup;
import dev.rollcall.diagnosis.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What the checkers' lives are put into.
 *
 * @param siblings the healthy ones, with which the leaked are compared as well as the open ones
 * @param releasedIn in which requests those were registered
 */
record Gathering(
    LifeGroups leaked,
    LifeGroups open,
    Siblings siblings,
    ReleasedByGroup releasedIn,
    MisuseFindings misuses,
    CollectorReleases byCollector) {

  /**
   * Nothing yet; with so many example lives for each group, and of what is open only what is at
   * least so old.
   */
  static Gathering empty(int examples, long openMillis, @Nullable GoodRun good) {
    Siblings siblings = new Siblings();
    ReleasedByGroup releasedIn = new ReleasedByGroup();
    return new Gathering(
        new LifeGroups(Subject.LEAKED, examples, siblings, releasedIn, good, 0),
        new LifeGroups(Subject.OPEN, examples, siblings, releasedIn, good, openMillis),
        siblings,
        releasedIn,
        new MisuseFindings(siblings, good),
        new CollectorReleases());
  }
}
