// Where the steps of a life stand: to scale, but with long waits cut, so that no two fall together.
'use strict';
(() => {
  const CLOSEST = 24; // px between two steps, so that each can be hit
  const CUT = 88; // px of a cut wait: room for the words that say how long it was
  const CUT_NARROW = 62; // without "later"
  const MOST_CUT = 190;

  /** The waits to cut so that the rest can be shown to scale: few, but enough. */
  const cutsOf = (gaps, forced, width, wide) => {
    const free = gaps.map((gap, i) => i).filter((i) => !forced.has(i));
    free.sort((a, b) => gaps[b] - gaps[a]);
    const room = (cuts) => width - (cuts + forced.size) * wide;
    let rest = d3.sum(free, (i) => gaps[i]);
    let best = 0;
    let least = Infinity;
    for (let cuts = 0; cuts <= free.length && room(cuts) > width * 0.2; cuts++) {
      const scale = rest > 0 ? room(cuts) / rest : Infinity;
      // Where steps share one moment nothing helps, so those do not count as too close.
      const close = d3.sum(free.slice(cuts), (i) =>
        gaps[i] > 0 ? Math.max(0, 1 - (gaps[i] * scale) / CLOSEST) : 0);
      const cost = close * 2 + cuts;
      if (cost < least) {
        least = cost;
        best = cuts;
      }
      if (cuts < free.length) rest -= gaps[free[cuts]];
    }
    return new Set([...forced, ...free.slice(0, best)]);
  };

  /** Pixels a millisecond such that all gaps, none below the closest, fill the room. */
  const scaleOf = (gaps, room) => {
    const filled = (scale) => d3.sum(gaps, (gap) => Math.max(CLOSEST, gap * scale));
    if (filled(0) >= room) return 0;
    let low = 0;
    let high = 1;
    while (filled(high) < room && high < 1e12) high *= 2;
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (filled(middle) < room) low = middle;
      else high = middle;
    }
    return low;
  };

  /**
   * Lays out moments (ms, ascending) within a width. Forced are the gaps to cut in any case, each
   * with its words. Tight squeezes everything into the width, as paper does not scroll.
   */
  Page.timescale = (times, width, { forced = new Map(), tight = false,
    later = true } = {}) => {
    const least = later ? CUT : CUT_NARROW;
    const gaps = d3.pairs(times, (a, b) => b - a);
    const cut = cutsOf(gaps, new Set(forced.keys()), width, least);
    const kept = gaps.filter((gap, i) => !cut.has(i) && gap > 0);
    const even = gaps.length - cut.size - kept.length;
    const needed = cut.size * least + (kept.length * 1.4 + even) * CLOSEST;
    const total = Math.max(width, needed);
    const scale = scaleOf(kept, total - cut.size * least - even * CLOSEST);
    const spare = kept.length === 0 ? total - cut.size * least - even * CLOSEST : 0;
    const wide = Math.min(MOST_CUT, least + (cut.size > 0 ? spare / cut.size : 0));
    const xs = [0];
    gaps.forEach((gap, i) => {
      const step = cut.has(i) ? wide : Math.max(CLOSEST, gap * scale);
      xs.push(xs[i] + step);
    });
    const shrink = tight && d3.max(xs) > width ? width / d3.max(xs) : 1;
    const places = xs.map((x) => x * shrink);
    const cuts = [...cut].sort(d3.ascending).map((i) => ({
      index: i, from: places[i], to: places[i + 1], ms: gaps[i],
      words: forced.get(i) || Page.pictures.span(gaps[i]) + (later ? ' later' : ''),
    }));
    return { xs: places, cuts, width: places.at(-1), runs: runsOf(times, places, cuts) };
  };

  // The stretches between cuts: each a piece of real time axis.
  const runsOf = (times, xs, cuts) => {
    const starts = [0, ...cuts.map((c) => c.index + 1)];
    return starts.map((first, i) => {
      const last = i < cuts.length ? cuts[i].index : times.length - 1;
      return { times: times.slice(first, last + 1), xs: xs.slice(first, last + 1) };
    });
  };

  /** Ticks of the axis, labelled where there is room: the start of each run first. */
  Page.timeticks = (runs) => {
    const ticks = [];
    const taken = [];
    const label = (x, text, anchor = 'middle') => {
      const half = text.length * 3.2 + 5;
      const [from, to] = anchor === 'start' ? [x - 2, x + 2 * half] : [x - half, x + half];
      if (taken.some(([a, b]) => from < b && to > a)) return null;
      taken.push([from, to]);
      return text;
    };
    runs.forEach((run, i) => {
      const start = run.times[0];
      const text = i === 0 && start === 0 ? '0' : Page.pictures.span(start);
      ticks.push({ x: run.xs[0], major: true, text: label(run.xs[0], text, i ? 'middle' : 'start'),
        anchor: i ? 'middle' : 'start' });
    });
    for (const run of runs) {
      const [start, end] = d3.extent(run.times);
      if (end <= start) continue;
      const pixels = run.xs.at(-1) - run.xs[0];
      const scale = d3.scaleLinear(run.times, run.xs);
      const values = d3.ticks(start, end, Math.max(2, pixels / 70)).filter((t) => t > start);
      const step = values.length > 1 ? values[1] - values[0] : end - start;
      for (const value of values) {
        const x = scale(value);
        // Far from the start, a moment to the microsecond would be longer than it is useful.
        const text = value > 2000 * step ? null : exact(value, step);
        ticks.push({ x, major: false, text: text && label(x, text), anchor: 'middle' });
      }
    }
    return ticks;
  };

  const exact = (ms, step) => {
    const [unit, name] = ms < 1000 ? [1, ' ms'] : ms < 60000 ? [1000, ' s'] : [0, ''];
    if (!unit) return step >= 1000 ? Page.age(ms) : null;
    return Page.pictures.decimals(ms / unit, d3.precisionFixed(step / unit)) + name;
  };
})();
