// Leaked against healthy: the same steps side by side, and where the ways part.
'use strict';
(() => {
  const { h, pictures } = Page;
  const MANY = 10; // rows in a run before the middle ones are folded
  const KEPT = 4; // at either end

  /** The contrast of a group as two aligned tracks, or null where there is none. */
  Page.tracks = (group) => {
    const contrast = group.contrast;
    if (!contrast || contrast.steps.length === 0) return null;
    const end = group.state === 'open' ? 'still open' : 'leaked';
    const names = { leaked: end, healthy: 'released' };
    // Where none was released there is one way to show, and nothing to lay beside it.
    const sides = contrast.healthy > 0 ? ['leaked', 'healthy'] : ['leaked'];
    const view = { contrast, names, sides };
    const body = h('tbody', { role: 'rowgroup' }, rows(view));
    return h('div', { class: 'tracks of-' + (group.state === 'open' ? 'open' : 'leaked') },
      h('p', { class: 'tracks-sum' }, summary(view)),
      others(view) ? h('p', { class: 'tracks-note', text: 'The numbers are how many went this ' +
        'way up to and including the step; the others went other ways.' }) : null,
      h('table', { role: 'table' },
        h('caption', { class: 'hush', text: 'The steps of the ' + end +
          ' resources' + (sides.length > 1 ? ' beside those of their released siblings' : '') }),
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, sides.map((side) =>
          h('th', { role: 'columnheader', scope: 'col', class: side },
            Page.count(contrast[side]) + ' ' + names[side])))),
        body));
  };

  // The last step that both share; what comes after it is the difference.
  const forkOf = (steps) => {
    const first = steps.findIndex((step) => step.side !== 'both');
    return (first < 0 ? steps.length : first) - 1;
  };

  const summary = ({ contrast, names, sides }) => {
    if (sides.length === 1) {
      return 'None was released, so there is nothing to compare with. This is the way that ' +
        'most of the ' + names.leaked + ' ones went.';
    }
    const fork = forkOf(contrast.steps);
    const rest = contrast.steps.slice(fork + 1);
    const missing = rest.find((step) => step.side === 'healthy');
    const extra = rest.find((step) => step.side === 'leaked');
    if (!missing && !extra) return 'Both went the same way in the steps that were recorded.';
    const where = fork < 0 ? 'From the start, ' : 'After ' +
      Page.words(fork + 1, 'step') + ' in common, ';
    const parts = [];
    if (missing) {
      parts.push([Page.count(missing.healthy) + ' of ' + Page.count(contrast.healthy) +
        ' released ones went on to ', place(missing)]);
    }
    if (extra) {
      parts.push([(missing ? ', and ' : '') + Page.count(extra.leaked) + ' of ' +
        Page.count(contrast.leaked) + ' ' + names.leaked + ' ones to ', place(extra)]);
    }
    if (!extra) parts.push('; the ' + names.leaked + ' ones did not');
    if (!missing) parts.push('; the released ones did not');
    return [where, parts, '.'];
  };

  const others = ({ contrast, sides }) => sides.some((side) => contrast.steps.some((step) =>
    (step.side === side || step.side === 'both') && step[side] < contrast[side]));

  const place = (step) => {
    const frame = Page.frame(step.frame);
    const verb = step.kind;
    return frame ? [verb + ' in ', Page.frameNode(frame, { short: true })] : verb;
  };

  // Runs of steps that both share and of steps that only one side has, and the gap between the
  // first half and the second where steps were left out.
  const sectionsOf = ({ steps, omitted }) => {
    const sections = [];
    const gap = omitted ? Math.floor(steps.length / 2) : -1;
    steps.forEach((step, i) => {
      const shared = step.side === 'both';
      if (i === 0 || i === gap || sections.at(-1).shared !== shared) {
        sections.push({ shared, steps: [], omitted: i === gap ? omitted : 0 });
      }
      sections.at(-1).steps.push(step);
    });
    return sections;
  };

  const rows = (view) => {
    const all = [];
    let before = null;
    let parted = false;
    for (const { shared, steps, omitted } of sectionsOf(view.contrast)) {
      if (omitted) {
        all.push(across(view, 'folded', h('span', { class: 'track-note',
          text: '… ' + Page.words(omitted, 'step is', 'steps are') + ' left out here' })));
      }
      if (!shared && before !== 'parted' && view.sides.length > 1) {
        all.push(fork(view, parted ? 'Here they part again' : 'Here the ways part'));
        parted = true;
      } else if (shared && before === 'parted') {
        all.push(fork(view, 'Here both go the same way again'));
      }
      before = shared ? 'shared' : 'parted';
      all.push(...folded(view, shared, shared
        ? steps.map((step) => rowOf(view, view.sides.map(() => step))) : partedRows(view, steps)));
    }
    all.push(endRow(view));
    return all;
  };

  const across = (view, cls, content) => h('tr', { role: 'row', class: cls },
    h('td', { role: 'cell', colspan: view.sides.length }, content));
  const fork = (view, words) => across(view, 'fork', h('span', { text: words }));

  // What only one side has stands beside what only the other has.
  const partedRows = (view, steps) => {
    const alone = view.sides.map((side) => steps.filter((step) => step.side === side));
    return d3.range(d3.max(alone, (some) => some.length)).map((k) =>
      rowOf(view, alone.map((some) => some[k])));
  };

  const folded = (view, shared, some) => {
    const hidden = some.length > MANY ? some.slice(KEPT, -KEPT) : [];
    if (hidden.length === 0) return some;
    for (const row of hidden) row.hidden = true;
    const button = h('button', { type: 'button', class: 'unfold', text: '… ' +
      Page.words(hidden.length, shared || view.sides.length === 1 ? 'more step' : 'more row') +
      (shared && view.sides.length > 1 ? ' that both share' : '') });
    const fold = across(view, 'folded', button);
    button.addEventListener('click', () => {
      for (const row of hidden) row.hidden = false;
      fold.remove();
      hidden[0].tabIndex = -1;
      hidden[0].focus();
    });
    return [...some.slice(0, KEPT), fold, ...some.slice(KEPT)];
  };

  const rowOf = (view, pair) => h('tr', { role: 'row', class: 'way' },
    view.sides.map((side, i) => pair[i]
      ? h('td', { role: 'cell', class: side }, stepNode(pair[i]), edge(view, pair[i], side))
      : h('td', { role: 'cell', class: side + ' without' },
        h('span', { class: 'hush', text: 'no such step' }))));

  const stepNode = (step) => {
    const frame = Page.frame(step.frame);
    return h('div', { class: 'track-step' },
      h('span', { class: 'track-mark' }, pictures.icon(step.kind)),
      h('div', { class: 'track-words' },
        h('strong', { text: step.kind }),
        frame ? [' ', Page.frameNode(frame, { short: true })] : null,
        frame && frame.where ? [' ', Page.own(frame.where, 'bdi', 'track-line')] : null,
        step.note ? h('p', { class: 'track-note' }, Page.own(step.note)) : null));
  };

  // How many went this way so far: in words, and as the width of a bar.
  const edge = (view, step, side) => {
    const whole = view.contrast[side];
    const bar = h('span', { class: 'track-bar', 'aria-hidden': 'true' }, h('span', null));
    const width = whole > 0 ? Math.min(100, Math.max(1, (100 * step[side]) / whole)) : 0;
    bar.firstChild.style.width = width + '%';
    return h('p', { class: 'edge' },
      h('span', { class: 'edge-count',
        text: Page.count(step[side]) + ' of ' + Page.count(whole) }), bar);
  };

  const endOf = (side, names) => {
    if (side === 'healthy') return 'unregister';
    return names.leaked === 'leaked' ? 'leak' : 'use';
  };

  const endRow = ({ names, sides }) => h('tr', { role: 'row', class: 'ends' }, sides.map((side) =>
    h('td', { role: 'cell', class: side }, h('div', { class: 'track-step' },
      h('span', { class: 'track-mark' }, pictures.icon(endOf(side, names))),
      h('div', { class: 'track-words' }, h('strong', { text: side === 'leaked'
        ? names.leaked === 'leaked' ? 'never released' : 'still open' : 'released' }))))));
})();
