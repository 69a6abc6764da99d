// The parts of a timeline's picture that stand still: lanes, cuts, the axis, the step line, words.
'use strict';
(() => {
  const { h, s } = Page;
  const GUTTER = 160; // px for the names of threads beside the lanes
  const COUNTS = 46; // px: height of the step line

  const lanesNode = (place, lanes) => s('g', { class: 'lanes' }, lanes.map((thread, i) => {
    const from = place.top + i * place.lane;
    return [s('rect', { class: i % 2 ? 'lane odd' : 'lane', x: 0, y: from, width: place.width,
      height: place.lane })];
  }));

  // Names and numbers at the left stay where they are when the picture is scrolled.
  const namesNode = (place, lanes, counts) => {
    const width = place.narrow ? place.frame : GUTTER;
    const name = (text, y, height, cls) => s('foreignObject', { x: 0, y, width, height },
      h('div', { class: 'lane-name ' + cls },
        h('span', { dir: 'auto', text, title: text })));
    const all = lanes.map((thread, i) => {
      const from = place.top + i * place.lane;
      const text = thread === null ? 'thread not known' : Page.thread(thread);
      return place.narrow ? name(text, from + 1, 18, 'above') : name(text, from + 12, 30, '');
    });
    if (counts) {
      all.push(place.narrow ? name('reference count', 2, 16, 'above quiet')
        : name('reference count', 18, COUNTS - 8, 'quiet'));
      for (const tick of ticksOf(counts)) {
        all.push(s('text', { class: 'count-tick', x: place.narrow ? 20 : GUTTER - 4,
          y: counts(tick) + 4, 'text-anchor': 'end', text: tick }));
      }
    }
    return s('svg', { width, height: place.height }, all);
  };

  const ticksOf = (counts) => counts.domain()[1] <= 2
    ? d3.range(counts.domain()[1] + 1) : [0, counts.domain()[1]];

  const cutsNode = (place, scale) => s('g', { class: 'cuts' }, scale.cuts.map((cut) => {
    const from = place.left + cut.from;
    const to = place.left + cut.to;
    const middle = (from + to) / 2;
    const zig = d3.range(place.top, place.bottom + 1, 7)
      .map((y, i) => [middle + (i % 2 ? 3 : -3), Math.min(y, place.bottom)]);
    return [
      s('rect', { class: 'cut', x: middle - 6, y: place.top, width: 12,
        height: place.bottom - place.top }),
      s('path', { class: 'zig', d: d3.line()(zig.map(([x, y]) => [x - 4, y])) }),
      s('path', { class: 'zig', d: d3.line()(zig.map(([x, y]) => [x + 4, y])) }),
      s('text', { class: 'cut-words', x: middle, y: place.bottom + 38, 'text-anchor': 'middle',
        text: cut.words }),
    ];
  }));

  const axisNode = (place, scale) => s('g', { class: 'axis' },
    scale.runs.map((run) => s('path', { class: 'rule', d: 'M' + (place.left + run.xs[0]) + ',' +
      (place.bottom + 4) + 'H' + (place.left + run.xs.at(-1)) })),
    Page.timeticks(scale.runs).map((tick) => [
      s('path', { class: 'rule', d: 'M' + (place.left + tick.x) + ',' + (place.bottom + 4) + 'v' +
        (tick.text ? 6 : 3) }),
      tick.text ? s('text', { x: place.left + tick.x - (tick.anchor === 'start' ? 3 : 0),
        y: place.bottom + 22, 'text-anchor': tick.anchor, text: tick.text }) : null,
    ]));

  const countsNode = (place, marks, x, y, first) => {
    const points = marks.map((mark, i) => [x(i), mark.step.c]).filter(([, c]) => c !== undefined);
    if (first !== undefined) points.unshift([x(0), first]);
    const line = d3.line(([px]) => px, ([, c]) => y(c)).curve(d3.curveStepAfter);
    return s('g', { class: 'counts' },
      ticksOf(y).map((tick) => s('path', { class: 'grid', d: 'M' + (place.left - 8) + ',' +
        y(tick) + 'H' + (place.width - 8) })),
      s('path', { class: 'count-line', d: line(points) }),
      points.map(([px, c]) => s('circle', { class: 'count-dot', cx: px, cy: y(c), r: 2.5 })));
  };

  // Words stand over the marks that have room for them; the others are told by the key.
  const labelsNode = (words, x, y, place) => {
    const ends = new Map();
    return s('g', { class: 'step-words', 'aria-hidden': 'true' }, words.map((text, i) => {
      const half = text.length * 3.1 + 3;
      const middle = Math.min(Math.max(x(i), half + (place.narrow ? 2 : place.left - 14)),
        place.width - half);
      if (middle - half < (ends.get(y(i)) ?? -1)) return null;
      ends.set(y(i), middle + half);
      return s('text', { x: middle, y: y(i) - 14, 'text-anchor': 'middle', text });
    }));
  };

  // What was not released by the end of the recording goes on.
  const onNode = (place, x, y, text) => s('g', { class: 'goes-on', 'aria-hidden': 'true' },
    s('path', { d: 'M' + (x + 14) + ',' + y + 'H' + (place.width - 12) }),
    s('path', { class: 'tip', d: 'M' + (place.width - 17) + ',' + (y - 4) + 'l5,4l-5,4' }),
    s('text', { x: place.width - 8, y: y + 18, 'text-anchor': 'end', text }));

  Page.lanes = { GUTTER, COUNTS, lanes: lanesNode, names: namesNode, cuts: cutsNode,
    axis: axisNode, counts: countsNode, on: onNode, labels: labelsNode };
})();
