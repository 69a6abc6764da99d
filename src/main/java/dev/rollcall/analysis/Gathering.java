package dev.rollcall.analysis;

import dev.rollcall.analysis.life.CollectorReleases;
import dev.rollcall.analysis.life.MisuseGroups;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.diagnosis.Subject;

/**
 * What the checkers' lives are put into.
 *
 * @param siblings the healthy ones, with which the leaked are compared as well as the open ones
 */
record Gathering(
    LifeGroups leaked,
    LifeGroups open,
    Siblings siblings,
    MisuseGroups misuses,
    CollectorReleases byCollector) {

  /**
   * Nothing yet; with so many example lives for each group, and of what is open only what is at
   * least so old.
   */
  static Gathering empty(int examples, long openMillis) {
    Siblings siblings = new Siblings();
    return new Gathering(
        new LifeGroups(Subject.LEAKED, examples, siblings, 0),
        new LifeGroups(Subject.OPEN, examples, siblings, openMillis),
        siblings,
        new MisuseGroups(),
        new CollectorReleases());
  }
}
