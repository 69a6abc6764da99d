// Steps that come again and again, in the same order at the same places, told once and counted.
'use strict';
(() => {
  const FEW = 30; // steps: so many are shown as they are
  const LONGEST = 12; // steps in a pattern
  const LEAST = 3; // times

  // Notes often carry a number or an id that differs each time.
  const sign = (step) =>
    [step.k, step.th, step.s, step.at, (step.n || '').replace(/\d+/g, '#')].join('|');

  const timesAt = (signs, i, length) => {
    let times = 1;
    const same = (k) => signs[i + k] === signs[i + times * length + k];
    while (i + (times + 1) * length <= signs.length && d3.range(length).every(same)) times++;
    return times;
  };

  const longestAt = (signs, i) => {
    let best = { length: 1, times: 1, saved: 0 };
    for (let length = 1; length <= LONGEST; length++) {
      const times = timesAt(signs, i, length);
      const saved = times >= LEAST ? length * (times - 1) : 0;
      if (saved > best.saved) best = { length, times, saved };
    }
    return best;
  };

  /**
   * The marks for the steps of a life: {step, times, last, block}. Those of one block belong
   * together; last is the step that came last of the equal ones.
   */
  Page.repeats = (steps, all = false) => {
    const marks = [];
    if (all || steps.length <= FEW) {
      return steps.map((step) => ({ step, times: 1, last: step, block: null }));
    }
    const signs = steps.map(sign);
    for (let i = 0; i < steps.length;) {
      const { length, times } = longestAt(signs, i);
      const block = times > 1 ? { times, from: steps[i].t, to: steps[i + length * times - 1].t }
        : null;
      for (let k = i; k < i + length; k++) {
        marks.push({ step: steps[k], times, last: steps[k + length * (times - 1)], block });
      }
      i += length * times;
    }
    return marks;
  };
})();
