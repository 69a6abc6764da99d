// What the pictures share: when they draw, how spans read, marks, and tables of the same numbers.
'use strict';
(() => {
  // px of width on paper, A4 and Letter alike, within a cause and elsewhere.
  const PAPER = { cause: 556, page: 640 };
  const drawn = new Map();
  const waiting = new Set();

  /** Draws now and whenever the node gets another width; for print as wide as the paper. */
  const sized = (node, draw) => {
    let last = 0;
    const fit = (width, paper = false) => {
      if (width > 0 && width !== last) {
        last = width;
        draw(width, paper);
      }
    };
    drawn.set(node, fit);
    if (printing) queueMicrotask(() => print(node, fit));
    // Drawing within the observer would change the sizes that it is about to report.
    new ResizeObserver(() => requestAnimationFrame(() => {
      if (!printing) fit(Math.floor(node.clientWidth));
    })).observe(node);
  };

  /** Builds when the node comes near the window, or is printed. */
  const near = (node, build) => {
    const watch = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) begin();
    }, { rootMargin: '400px' });
    const begin = () => {
      if (waiting.delete(begin)) {
        watch.disconnect();
        build();
      }
    };
    waiting.add(begin);
    if (printing) begin();
    else watch.observe(node);
  };

  const print = (node, fit) => {
    if (node.clientWidth > 0) fit(node.closest('article') ? PAPER.cause : PAPER.page, true);
  };

  let printing = false;
  addEventListener('beforeprint', () => {
    printing = true;
    for (const begin of [...waiting]) begin();
    for (const [node, fit] of drawn) {
      if (node.isConnected) print(node, fit);
      else drawn.delete(node);
    }
  });
  addEventListener('afterprint', () => {
    printing = false;
    for (const [node, fit] of drawn) fit(Math.floor(node.clientWidth));
  });

  /** Puts other content in, without making what stands below jump up when it is less. */
  const refill = (node, ...content) => {
    node.style.minHeight = node.offsetHeight + 'px';
    node.replaceChildren(...content);
  };

  const decimals = (number, digits) => number.toLocaleString('en-US',
    { minimumFractionDigits: digits, maximumFractionDigits: digits });

  /** How long something took, with three or four digits: 0.019 ms, 3.35 ms, 290.7 ms, 12.3 s. */
  const span = (ms) => {
    if (ms === 0) return '0 ms';
    if (ms < 1) return decimals(ms, 3) + ' ms';
    if (ms < 1000) return decimals(ms, ms < 10 ? 2 : 1) + ' ms';
    if (ms < 59950) return decimals(ms / 1000, 1) + ' s';
    return Page.age(ms);
  };

  /** When a step was, as the text report says it: +290.726 ms after the first. */
  const after = (ms) => {
    if (ms < 1000) return '+' + decimals(ms, 3) + ' ms';
    return '+' + (ms < 59950 ? decimals(ms / 1000, 3) + ' s' : Page.age(ms));
  };

  const two = (n) => String(n).padStart(2, '0');

  /** A moment as exactly as steps of so many milliseconds need it, in local time. */
  const clock = (time, step) => {
    const date = new Date(time);
    const midnight = step >= 60000 && date.getHours() + date.getMinutes() === 0;
    if (step >= 86400000 || midnight) return two(date.getMonth() + 1) + '-' + two(date.getDate());
    const minutes = two(date.getHours()) + ':' + two(date.getMinutes());
    if (step >= 60000) return minutes;
    const rest = step < 1000 ? '.' + String(date.getMilliseconds()).padStart(3, '0') : '';
    return minutes + ':' + two(date.getSeconds()) + rest;
  };

  const share = (part, whole) => {
    const percent = whole > 0 ? (100 * part) / whole : 0;
    if (part > 0 && percent < 1) return 'under 1 %';
    // What is not all must not read as all.
    if (part < whole && percent > 99) return 'over 99 %';
    return Math.round(percent) + ' %';
  };

  const symbols = {
    register: [d3.symbolCircle, 90, 'start'],
    retain: [d3.symbolTriangle, 80, 'up'],
    release: [d3.symbolTriangle, 80, 'down', 180],
    touch: [d3.symbolDiamond, 70, 'hollow'],
    use: [d3.symbolCircle, 55, 'hollow'],
    unregister: [d3.symbolSquare, 90, 'end'],
    leak: [d3.symbolTimes, 110, 'bad cross'],
    misuse: [d3.symbolAsterisk, 130, 'bad cross'],
    exception: [d3.symbolStar, 95, 'warn'],
    lost: [d3.symbolSquare, 80, 'hollow'],
    check: [d3.symbolSquare, 70, 'end'],
    overdue: [d3.symbolTriangle, 80, 'late'],
  };
  const BAR = 'M-1.5,-8h3v16h-3z';

  /** The mark of a kind of step: its shape tells it, and its colour only helps. */
  const mark = (kind) => {
    const [type, size, look, turn] = symbols[kind] || [null, 0, 'plain'];
    const path = type ? d3.symbol(type, size)() : BAR;
    return Page.s('path', {
      class: 'mark ' + look, d: path, transform: turn ? 'rotate(' + turn + ')' : null,
    });
  };
  const icon = (kind) => Page.s('svg',
    { class: 'mark-icon', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' }, mark(kind));

  /** A list of marks and what they stand for. */
  const key = (entries) =>
    Page.h('ul', { class: 'key', 'aria-label': 'What the marks mean' },
      entries.map(([kind, words]) =>
        Page.h('li', null, icon(kind), Page.h('span', { text: words }))));

  /** The numbers of a picture as a table, for who cannot see it or wants them exactly. */
  const table = (summary, head, rows) => {
    const details = Page.h('details', { class: 'numbers' }, Page.h('summary', { text: summary }));
    details.addEventListener('toggle', () => {
      if (details.open && details.childElementCount === 1) {
        details.append(Page.h('div', { class: 'scroll', tabindex: '0', role: 'group',
          'aria-label': summary }, Page.h('table', null,
          Page.h('thead', null, Page.h('tr', null, head.map((word) =>
            Page.h('th', { scope: 'col', text: word })))),
          Page.h('tbody', null, rows().map((row) => Page.h('tr', null, row.map((cell, i) =>
            Page.h(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, dir: 'auto' },
              cell))))))));
      }
    });
    return details;
  };

  Page.pictures =
    { sized, near, refill, span, after, clock, share, decimals, mark, icon, key, table };
})();
