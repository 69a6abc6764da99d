// How old what is left is, against how long its released siblings lived.
'use strict';
(() => {
  const { h, s, pictures } = Page;
  const MARKS = [[1, '1 ms'], [10, '10 ms'], [100, '0.1 s'], [1e3, '1 s'], [1e4, '10 s'],
    [6e4, '1 m'], [6e5, '10 m'], [3.6e6, '1 h'], [3.6e7, '10 h'], [8.64e7, '1 d'],
    [8.64e8, '10 d'], [8.64e9, '100 d']];
  const UP = 64; // px for each of the two halves
  const AXIS = 24;

  // Bucket k holds the ages from 2^k - 1 ms, so that this is even: one unit for each bucket.
  const unit = (ms) => Math.log2(ms + 1);
  const edge = (k) => 2 ** k - 1;

  /** The ages of a group as two histograms back to back, or null where they are not known. */
  Page.ages = (group) => {
    const ages = group.ages;
    const open = d3.sum(ages?.open || []);
    const released = d3.sum(ages?.released || []);
    if (open === 0) return null;
    const word = group.state === 'open' ? 'open' : 'leaked';
    const view = { open: ages.open, released: ages.released || [], word, sums: { open, released } };
    const holder = h('div', { class: 'ages-picture' });
    const node = h('div', { class: 'ages ' + word },
      h('p', { class: 'ages-sum', text: sentence(view) }), holder,
      h('p', { class: 'ages-note', text: 'Ages on a logarithmic scale; ' + (released === 0 ? ''
        : 'each side in shares of its own; ') + 'the table has the numbers.' }),
      pictures.table('Ages as a table', ['Age', Page.count(open) + ' ' + word,
        Page.count(released) + ' released'], () => rowsOf(view)));
    pictures.sized(holder, (width) => holder.replaceChildren(draw(view, width)));
    return node;
  };

  const first = (counts) => counts.findIndex((n) => n > 0);
  const last = (counts) => counts.findLastIndex((n) => n > 0);

  const sentence = ({ open, released, word, sums }) => {
    const all = Page.words(sums.released, 'released one');
    if (sums.released === 0) return 'None of this group was released, so there is no age to ' +
      'compare with.';
    const young = first(open);
    const below = d3.sum(released.slice(0, young));
    const youngest = sums.open === 1 ? 'The ' + word + ' one is' : 'The youngest ' + word +
      ' one is';
    if (below === sums.released) {
      return youngest + ' older than ' + (sums.released === 1 ? 'the released one'
        : 'any of the ' + all) + ' ever became.';
    }
    if (below > 0) {
      return youngest + ' older than ' + pictures.share(below, sums.released) + ' of the ' + all +
        ' ever became.';
    }
    const old = last(open);
    const younger = d3.sum(released.slice(0, old));
    if (younger > sums.released / 2) {
      return 'The oldest ' + word + ' one is older than ' + pictures.share(younger, sums.released) +
        ' of the ' + all + ' ever became; the youngest is as young as they were.';
    }
    return 'Released ones lived as long as the ' + word + ' ones have so far: ' +
      'the age alone tells nothing here.';
  };

  const range = (k) => k === 0 ? 'under 1 ms' : pictures.span(edge(k)) + ' to ' +
    pictures.span(edge(k + 1));

  const rowsOf = ({ open, released }) =>
    d3.range(Math.max(open.length, released.length))
      .filter((k) => open[k] || released[k])
      .map((k) => [range(k), Page.count(open[k]), Page.count(released[k])]);

  const draw = (view, width) => {
    const buckets = Math.max(4, last(view.open) + 1, last(view.released) + 1);
    const left = 4;
    const right = 4;
    const x = d3.scaleLinear([0, buckets], [left, width - right]);
    const height = view.sums.released ? 2 * UP + AXIS : UP + AXIS;
    const svg = s('svg', { class: 'ages-chart', width, height,
      viewBox: '0 0 ' + width + ' ' + height, role: 'img',
      'aria-label': 'Ages, on a logarithmic scale. ' + sentence(view) });
    svg.append(side(view, 'open', x, -1, UP), ticks(x, width));
    if (view.sums.released) svg.append(side(view, 'released', x, 1, UP + AXIS));
    svg.append(name(view, 'open', width), view.sums.released ? name(view, 'released', width) : '');
    return svg;
  };

  // Each side is drawn in shares of its own, as often few stand against thousands.
  const side = (view, key, x, way, base) => {
    const most = d3.max(view[key]) / view.sums[key];
    const y = d3.scaleLinear([0, most], [0, UP - 18]);
    return s('g', { class: 'bars ' + key }, view[key].map((n, k) => {
      if (!n) return null;
      const high = Math.max(2, y(n / view.sums[key]));
      const wide = Math.max(2, x(k + 1) - x(k) - 2);
      return s('rect', { x: x(k) + 1, y: way < 0 ? base - high : base, width: wide, height: high },
        s('title', { text: range(k) + ': ' + Page.count(n) + ' of ' +
          Page.count(view.sums[key]) }));
    }));
  };

  const name = (view, key, width) => {
    const words = key === 'open'
      ? Page.count(view.sums.open) + ' ' + view.word + ', by age'
      : Page.count(view.sums.released) + ' released, by how long they lived';
    const heavy = d3.sum(view[key], (n, k) => n * k) / view.sums[key];
    const buckets = Math.max(4, last(view.open) + 1, last(view.released) + 1);
    const atEnd = heavy < buckets / 2;
    return s('text', { class: 'ages-name ' + key, x: atEnd ? width - 4 : 4,
      y: key === 'open' ? 12 : 2 * UP + AXIS - 4, 'text-anchor': atEnd ? 'end' : 'start',
      text: words });
  };

  const ticks = (x, width) => {
    let until = -Infinity;
    return s('g', { class: 'axis' },
      s('path', { class: 'rule', d: 'M0,' + (UP + 0.5) + 'H' + width }),
      s('path', { class: 'rule', d: 'M0,' + (UP + AXIS - 0.5) + 'H' + width }),
      MARKS.map(([ms, text]) => {
        const at = x(unit(ms));
        const half = text.length * 3.2 + 4;
        if (at + half > width || at - half < until) return null;
        until = at + half;
        return [
          s('path', { class: 'rule', d: 'M' + at + ',' + UP + 'v4M' + at + ',' +
            (UP + AXIS) + 'v-4' }),
          s('text', { x: at, y: UP + 16, 'text-anchor': 'middle', text }),
        ];
      }));
  };
})();
