// How many were alive at each moment, by type, and what happened then.
'use strict';
(() => {
  const { h, s, data, pictures } = Page;
  const SHOWN = 6; // types drawn at first, the largest ones; as many as there are colours
  const MOST = 24; // types that can be drawn at all
  const ROWS = 60; // of the table
  const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
  const S = 1000;
  const BRIEF = 20 * S; // ms: below, moments need their milliseconds
  const M = 60 * S;
  const H = 60 * M;
  const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, S, 2 * S, 5 * S, 10 * S, 15 * S, 30 * S, M,
    2 * M, 5 * M, 10 * M, 15 * M, 30 * M, H, 2 * H, 3 * H, 6 * H, 12 * H, 24 * H, 48 * H, 120 * H,
    240 * H, 480 * H];
  const MOST_MARKS = 50;
  const KINDS = { check: 'leak check', overdue: 'overdue', exception: 'exception' };
  const MANY = { check: 'leak checks', overdue: 'overdue', exception: 'exceptions' };

  /** The live counts over time, built when they come near the window; null if none are known. */
  Page.live = () => {
    const curves = (data.curves || []).filter((curve) => curve.points.length > 0);
    if (curves.length === 0) return null;
    const node = h('div', { class: 'live' });
    pictures.near(node, () => build(node, curves));
    return node;
  };

  const peak = (curve) => d3.max(curve.points, ([, live]) => live);

  const build = (node, all) => {
    const curves = d3.sort(all, (curve) => -peak(curve)).slice(0, MOST);
    const view = { curves, node, log: false, marks: d3.sort(data.marks || [], (m) => m.time),
      table: aligned(curves, data.marks || []) };
    view.series = curves.map((curve, i) => ({ name: nameOf(curve, curves), shown: i < SHOWN,
      colour: '--c' + (1 + (i % 6)), dash: DASHES[Math.floor(i / 6)] }));
    view.holder = h('div', { class: 'live-chart', tabindex: '0', role: 'img',
      'aria-label': 'Live resources over time. The left and right arrow keys read the values.',
      on: { keydown: (event) => keys(view, event) } });
    view.readout = h('p', { class: 'live-readout', 'aria-live': 'polite' });
    view.legend = h('ul', { class: 'live-legend', 'aria-label': 'Types' },
      view.series.map((one, i) => legendItem(view, one, i)));
    node.append(...[switches(view), view.legend, view.holder, view.readout, foot(view, all),
      ...tables(view)].filter(Boolean));
    read(view, null);
    pictures.sized(view.holder, (width) => {
      const height = width < 560 ? 210 : 260;
      if (view.chart) view.chart.setSize({ width, height });
      else plot(view, width, height);
    });
    Page.onTheme(() => view.chart && plot(view, view.chart.width, view.chart.height));
  };

  const nameOf = (curve, curves) => {
    const short = Page.shortType(curve.type);
    const type = curves.some((other) => other.type !== curve.type &&
      Page.shortType(other.type) === short) ? curve.type : short;
    const jvm = new Set(curves.map((other) => other.jvm)).size > 1 && data.jvms?.[curve.jvm];
    return jvm ? type + ', pid ' + jvm.pid : type;
  };

  // One list of moments for all; between its own points a curve keeps its value.
  const aligned = (curves, marks) => {
    const times = d3.sort(new Set([...marks.map((mark) => mark.time), data.end,
      ...curves.flatMap((curve) => curve.points.map(([time]) => time))])).filter(Number.isFinite);
    const ends = d3.rollup(curves, (some) => d3.max(some, (c) => c.points.at(-1)[0]), (c) => c.jvm);
    // Where a process ended long before the others, its curves end there, too.
    const late = times.at(-1) - (times.at(-1) - times[0]) / 20;
    return [times, ...curves.map((curve) => {
      let next = 0;
      let live = null;
      return times.map((time) => {
        while (next < curve.points.length && curve.points[next][0] <= time) {
          live = curve.points[next++][1];
        }
        const end = ends.get(curve.jvm);
        return ends.size > 1 && time > end && end < late ? null : live;
      });
    })];
  };

  const css = (view, name) => getComputedStyle(view.node).getPropertyValue(name).trim();

  const plot = (view, width, height) => {
    view.chart?.destroy();
    const font = '11px ' + css(view, '--sans');
    const axis = { stroke: () => css(view, '--muted'), font, labelFont: font,
      grid: { stroke: () => css(view, '--line'), width: 1 },
      ticks: { stroke: () => css(view, '--control'), width: 1, size: 5 } };
    const brief = view.table[0].at(-1) - view.table[0][0] < BRIEF;
    view.chart = new uPlot({
      width, height, ms: 1, padding: [18, brief ? 40 : 24, 0, 0], legend: { show: false },
      cursor: { y: false, drag: { x: true, y: false }, points: { size: 7 } },
      scales: { y: { distr: view.log ? 4 : 1, asinh: 1,
        range: (u, low, high) => [0, Math.max(1, (high || 0) * (view.log ? 1.4 : 1.08))] } },
      series: [{}, ...view.series.map((one) => ({ label: one.name, show: one.shown, width: 2,
        stroke: () => css(view, one.colour), dash: one.dash, points: { show: false },
        paths: uPlot.paths.stepped({ align: 1 }) }))],
      axes: [{ ...axis, size: 30, incrs: STEPS, space: (u, i, low, high) =>
        high - low < BRIEF ? 96 : 60, splits: moments,
        values: (u, splits, i, space, step) => splits.map((time) => pictures.clock(time, step)) },
      { ...axis, size: (u, values) => Math.max(brief ? 44 : 32,
        18 + 7 * (d3.max(values || [], (text) => (text || '').length) || 0)),
        incrs: [1, 2, 5, 10, 20, 50, ...d3.range(2, 9).flatMap((e) =>
          [1, 2, 5].map((n) => n * 10 ** e))],
        ...(view.log ? { splits: powers } : {}),
        values: (u, splits) => splits.map((n) => n === null ? '' : Page.count(n)) }],
      hooks: { draw: [(u) => drawMarks(view, u)], setCursor: [(u) => read(view, u.cursor.idx)] },
    }, view.table, view.holder);
  };

  // Round moments of the local clock.
  const moments = (u, i, low, high, step) => {
    const zone = new Date(low).getTimezoneOffset() * M;
    return d3.range(Math.ceil((low - zone) / step) * step + zone, high + step / 1000, step);
  };

  const powers = (u, i, low, high) =>
    [0, ...d3.range(0, 16).map((e) => 10 ** e).filter((n) => n <= high)];

  // A dashed line and, above the curves, a shape that tells the kind.
  const drawMarks = (view, u) => {
    const { ctx } = u;
    const ratio = devicePixelRatio;
    const looks = { check: ['--healthy', d3.symbolSquare], overdue: ['--c4', d3.symbolTriangle],
      exception: ['--open-colour', d3.symbolStar] };
    const until = {};
    ctx.save();
    for (const mark of view.marks) {
      const x = u.valToPos(mark.time, 'x', true);
      // Those of a kind that fall together are one mark; the table has them all.
      if (x < until[mark.kind]) continue;
      until[mark.kind] = x + 12 * ratio;
      if (x < u.bbox.left - 1 || x > u.bbox.left + u.bbox.width + 1) continue;
      const [colour, shape] = looks[mark.kind] || looks.check;
      ctx.setTransform(1, 0, 0, 1, x, 0);
      ctx.strokeStyle = ctx.fillStyle = css(view, colour);
      ctx.lineWidth = ratio;
      ctx.setLineDash([3 * ratio, 3 * ratio]);
      ctx.beginPath();
      ctx.moveTo(0, u.bbox.top);
      ctx.lineTo(0, u.bbox.top + u.bbox.height);
      ctx.stroke();
      ctx.setTransform(ratio, 0, 0, ratio, x, u.bbox.top - 8 * ratio);
      ctx.fill(new Path2D(d3.symbol(shape, 70)()));
    }
    ctx.restore();
  };

  const legendItem = (view, one, i) => {
    one.value = h('span', { class: 'live-value' });
    const line = s('svg', { class: 'live-swatch', viewBox: '0 0 26 10', 'aria-hidden': 'true' },
      s('path', { d: 'M0,5H26', 'stroke-dasharray': one.dash.join(' ') || null }));
    line.style.stroke = 'var(' + one.colour + ')';
    const button = h('button', { type: 'button', class: 'live-type',
      title: view.curves[i].type, 'aria-pressed': String(one.shown) }, line,
    Page.own(one.name), one.value);
    button.addEventListener('click', () => {
      one.shown = !one.shown;
      button.setAttribute('aria-pressed', String(one.shown));
      view.chart?.setSeries(i + 1, { show: one.shown });
    });
    return h('li', null, button);
  };

  const switches = (view) => {
    const peaks = view.curves.map(peak).filter((n) => n > 0);
    if (peaks.length < 2 || d3.max(peaks) <= 50 * d3.min(peaks)) return null;
    const box = h('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      view.log = box.checked;
      plot(view, view.chart.width, view.chart.height);
    });
    return h('label', { class: 'live-log' }, box, ' Logarithmic scale, as the types differ much');
  };

  const keys = (view, event) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way || !view.chart || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [times] = view.table;
    // A fortieth of what is seen at a time, so that long recordings are read in good time.
    const step = Math.max(1, Math.round(times.length / 40));
    const from = view.at ?? (way > 0 ? -step : times.length - 1 + step);
    const to = Math.max(0, Math.min(times.length - 1, from + way * step));
    view.chart.setCursor({ left: view.chart.valToPos(times[to], 'x'), top: 10 });
  };

  /** The values at a moment, or the last ones, into the legend and the line below. */
  const read = (view, at) => {
    view.at = at ?? null;
    const i = at ?? view.table[0].length - 1;
    const time = view.table[0][i];
    view.series.forEach((one, k) => {
      const live = view.table[k + 1][i];
      one.value.textContent = live === null ? '–' : Page.count(live);
    });
    if (at === null || at === undefined) {
      view.readout.replaceChildren('At the end, ', Page.time(time), '. Point at the picture, or ' +
        'use the arrow keys, for other moments; drag over a span to enlarge it, and double-click ' +
        'for all.');
      return;
    }
    const reach = (view.table[0].at(-1) - view.table[0][0]) / 100;
    const close = view.marks.filter((mark) => Math.abs(mark.time - time) <= reach);
    view.readout.replaceChildren('At ', Page.time(time), ': ',
      view.series.filter((one) => one.shown).map((one) =>
        one.name + ' ' + one.value.textContent).join(', '), '.',
      ...close.slice(0, 3).flatMap((mark) => [' ' + KINDS[mark.kind] + ': ', Page.own(mark.words),
        '.']));
  };

  // Of very many the report has the last checks, and of other marks the first.
  const marked = (view, kind) => {
    const count = d3.sum(view.marks, (mark) => mark.kind === kind);
    return (count < MOST_MARKS ? '' : kind === 'check' ? 'the last ' : 'the first ') +
      Page.words(count, KINDS[kind], MANY[kind]);
  };

  const foot = (view, all) => {
    const kinds = Object.keys(KINDS).filter((kind) => view.marks.some((m) => m.kind === kind));
    const more = all.length - view.curves.length;
    return h('div', null, kinds.length
      ? pictures.key(kinds.map((kind) => [kind, marked(view, kind)])) : null,
    more > 0 ? h('p', { class: 'flame-note',
      text: Page.words(more, 'smaller type') + ' not drawn.' }) : null);
  };

  const tables = (view) => {
    const [times] = view.table;
    const step = Math.ceil(times.length / ROWS);
    const columns = view.series.slice(0, SHOWN);
    const all = [pictures.table('Live counts as a table', ['Time', ...columns.map((c) => c.name)],
      () => d3.range(0, times.length, step).map((i) => [Page.time(times[i]),
        ...columns.map((c, k) => view.table[k + 1][i] === null ? '–'
          : Page.count(view.table[k + 1][i]))]))];
    if (view.marks.length > 0) {
      all.push(pictures.table(Page.words(view.marks.length, 'mark') + ' as a table',
        ['Time', 'What', 'In words'], () => view.marks.slice(0, 500).map((mark) =>
          [Page.time(mark.time), KINDS[mark.kind] || mark.kind, Page.own(mark.words)])));
    }
    return all;
  };
})();
