// One life as a picture: a lane for each thread, a mark for each step, and the reference count.
'use strict';
(() => {
  const { h, s, pictures } = Page;
  const picture = Page.lanes;
  const NARROW = 520; // px: below, the names of threads stand above their lanes
  const MOST = 400; // marks in one picture
  const MOST_ON_PAPER = 18; // as paper does not scroll

  const WORDS = {
    register: 'register', retain: 'retain', release: 'release', touch: 'touch', use: 'use',
    misuse: 'misuse', lost: 'collected', exception: 'exception', 'thread-end': 'thread ends',
    unregister: 'unregister', leak: 'leak',
  };
  const MEANS = {
    register: 'the resource comes to life', retain: 'takes one more reference',
    release: 'gives a reference back', touch: 'a note by the program', use: 'it is worked with',
    misuse: 'a step that must not be', lost: 'garbage-collected without being released',
    exception: 'the same thread threw', 'thread-end': 'the thread of the step before ended',
    unregister: 'the resource is released for good', leak: 'the check found it still registered',
  };

  const wordOf = (step) => WORDS[step.k] || step.k;

  /** The timeline of a life, drawn once it has a width. */
  Page.timeline = (life) => {
    const view = { life, all: false, chosen: null };
    view.scroller = h('div', { class: 'timeline-scroll' });
    view.names = h('div', { class: 'timeline-names', 'aria-hidden': 'true' });
    view.detail = h('div', { class: 'step-detail', 'aria-live': 'polite' });
    view.more = h('button', { type: 'button', class: 'plain timeline-more', hidden: true,
      on: { click: () => unfold(view) } });
    const kinds = [...new Set(life.steps.map((step) => step.k))];
    const node = h('div', { class: 'timeline-box' },
      h('div', { class: 'timeline-frame' }, view.scroller, view.names),
      h('div', { class: 'timeline-foot' },
        pictures.key(kinds.map((kind) => [kind, WORDS[kind] || kind])), view.more),
      view.detail, stepsTable(life));
    for (const [i, item] of [...node.querySelectorAll('.key li')].entries()) {
      item.title = MEANS[kinds[i]] || '';
    }
    view.scroller.addEventListener('scroll', () => fade(view), { passive: true });
    pictures.sized(node, (width, paper) => {
      view.width = width;
      view.paper = paper;
      draw(view);
    });
    return node;
  };

  const unfold = (view) => {
    view.all = !view.all;
    view.chosen = null;
    draw(view);
  };

  const lanesOf = (steps) => {
    const lanes = [];
    let last = null;
    const laneOf = steps.map((step) => {
      // What has no thread of its own stands where the step before stood.
      const thread = step.th ?? last;
      last = thread;
      if (!lanes.includes(thread)) lanes.push(thread);
      return thread;
    });
    return { lanes, laneOf };
  };

  const forcedCuts = (marks, skipped) => {
    const forced = new Map();
    marks.forEach((mark, i) => {
      if (mark.block && marks[i + 1] && marks[i + 1].block !== mark.block) {
        forced.set(i, 'again × ' + Page.count(mark.times - 1));
      }
    });
    if (skipped) forced.set(skipped.at, Page.words(skipped.count, 'step') + ' not drawn');
    return forced;
  };

  // The steps tell the count after them; what it was at the registration follows from the first.
  const firstCount = (life) => {
    const [first, ...rest] = life.steps;
    const next = rest.find((step) => step.c !== undefined);
    const whole = first && first.k === 'register' && !life.before && !life.missing;
    if (!whole || first.c !== undefined || !next) return undefined;
    if (next.k === 'retain') return next.c - 1;
    return next.k === 'release' ? next.c + 1 : undefined;
  };

  const bounded = (marks, most) => {
    if (marks.length <= most) return { marks, skipped: null };
    const half = most / 2;
    return { marks: [...marks.slice(0, half), ...marks.slice(-half)],
      skipped: { at: half - 1, count: marks.length - most } };
  };

  const draw = (view) => {
    const { life } = view;
    const narrow = view.width < NARROW;
    const { marks, skipped } = bounded(
      Page.repeats(life.steps, view.all && !view.paper), view.paper ? MOST_ON_PAPER : MOST);
    const { lanes, laneOf } = lanesOf(marks.map((mark) => mark.step));
    const left = narrow ? 30 : picture.GUTTER + 14;
    const open = life.verdict === 'open';
    const right = open ? 72 : 34;
    const scale = Page.timescale(marks.map((mark) => mark.step.t), view.width - left - right,
      { forced: forcedCuts(marks, skipped), tight: view.paper, later: !narrow });
    const first = firstCount(life);
    const most = d3.max([first, ...marks.map((mark) => mark.step.c)]);
    const counted = most !== undefined;
    const down = narrow ? 8 : 0; // px, as the words stand above
    const counts = d3.scaleLinear([0, Math.max(1, most || 0)],
      [picture.COUNTS + 8 + down, 18 + down]);
    const top = counted ? picture.COUNTS + 16 + down : 4;
    const lane = narrow ? 58 : 42;
    const place = { left, top, lane, narrow, frame: view.width - 2,
      width: left + scale.width + right, bottom: top + lanes.length * lane,
      height: top + lanes.length * lane + 44 };
    const y = (i) => top + lanes.indexOf(laneOf[i]) * lane + (narrow ? 43 : 27);
    const x = (i) => left + scale.xs[i];
    const svg = s('svg', { class: 'timeline', role: 'group', width: place.width,
      height: place.height, viewBox: '0 0 ' + place.width + ' ' + place.height,
      'aria-label': title(life) });
    svg.append(picture.lanes(place, lanes), picture.cuts(place, scale), picture.axis(place, scale));
    if (counted) svg.append(picture.counts(place, marks, x, counts, first));
    svg.append(s('path', { class: 'thread-of-life',
      d: d3.line().curve(d3.curveStepAfter)(marks.map((mark, i) => [x(i), y(i)])) }));
    view.steps = stepNodes(view, marks, x, y);
    const words = marks.map((mark) => wordOf(mark.step));
    svg.append(...view.steps, picture.labels(words, x, y, place));
    const last = marks.length - 1;
    if (open) {
      const gone = marks.some((mark) => mark.step.k === 'lost');
      svg.append(picture.on(place, x(last), y(last), gone ? 'not released' : 'still open'));
    }
    svg.addEventListener('keydown', (event) => keys(view, event));
    view.detail.style.minHeight = '';
    view.scroller.replaceChildren(svg);
    fade(view);
    view.names.classList.toggle('beside', place.width > view.width && !narrow);
    view.names.replaceChildren(picture.names(place, lanes, counted && counts));
    fold(view, marks.length);
    choose(view, Math.min(view.chosen ?? lastOwn(marks), marks.length - 1));
  };

  // Fades the right edge while there is more to scroll to.
  const fade = ({ scroller }) => scroller.classList.toggle('more',
    scroller.scrollLeft + scroller.clientWidth < scroller.scrollWidth - 4);

  const title = (life) => 'Timeline of ' + life.id + ': ' +
    Page.words(life.steps.length, 'step') + ' in ' +
    pictures.span(life.steps.at(-1).t) + '. The arrow keys go from step to step.';

  const fold = (view, shown) => {
    const folds = view.all || shown < view.life.steps.length;
    view.more.hidden = !folds;
    view.more.textContent = view.all ? 'Fold what repeats'
      : 'Show all ' + Page.words(view.life.steps.length, 'step');
  };

  // What happened last before the end is what one looks for first.
  const lastOwn = (marks) => {
    const own = marks.findLastIndex((mark) => mark.step.s !== undefined);
    return own < 0 ? 0 : own;
  };

  const stepNodes = (view, marks, x, y) => marks.map((mark, i) => {
    const node = s('g', { class: 'step', role: 'button', tabindex: '-1', 'aria-pressed': 'false',
      'aria-label': says(mark, i, marks.length), 'data-kind': mark.step.k,
      transform: 'translate(' + x(i) + ',' + y(i) + ')' },
    s('rect', { class: 'hit', x: -12, y: -12, width: 24, height: 24 }),
    s('circle', { class: 'ring', r: 11 }), pictures.mark(mark.step.k));
    node.addEventListener('click', () => choose(view, i, true));
    node.addEventListener('focus', () => choose(view, i));
    node.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') show(view, mark);
    });
    node.addEventListener('pointerleave', () => show(view, view.marks[view.chosen]));
    return node;
  }, (view.marks = marks));

  const says = (mark, i, count) => wordOf(mark.step) +
    (mark.times > 1 ? ', ' + mark.times + ' times' : '') + ', ' + (i + 1) + ' of ' + count;

  const choose = (view, i, focus) => {
    view.chosen = i;
    view.steps.forEach((node, k) => {
      node.setAttribute('aria-pressed', String(k === i));
      node.setAttribute('tabindex', k === i ? '0' : '-1');
    });
    if (focus) view.steps[i].focus();
    show(view, view.marks[i]);
  };

  const keys = (view, event) => {
    const last = view.steps.length - 1;
    const to = {
      ArrowRight: view.chosen + 1, ArrowDown: view.chosen + 1, ArrowLeft: view.chosen - 1,
      ArrowUp: view.chosen - 1, Home: 0, End: last, Enter: view.chosen, ' ': view.chosen,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(view, Math.max(0, Math.min(last, to)), true);
  };

  const show = (view, mark) => {
    if (view.shown === mark) return;
    view.shown = mark;
    const { step, times, last } = mark;
    const facts = [pictures.after(step.t)];
    if (times > 1) facts.push(Page.count(times) + ' times until ' + pictures.after(last.t));
    if (step.th !== undefined) facts.push(h('bdi', { dir: 'auto', text: Page.thread(step.th) }));
    if (step.c !== undefined) facts.push('reference count ' + Page.count(step.c));
    if (view.life.start) facts.push(momentOf(view.life.start + step.t));
    pictures.refill(view.detail,
      h('p', { class: 'step-head' }, pictures.icon(step.k),
        h('strong', { text: wordOf(step) }),
        facts.map((fact) => [' · ', fact])),
      step.n ? h('p', { class: 'step-note' }, Page.own(step.n)) : '',
      step.s !== undefined ? Page.stack(step.s)
        : h('p', { class: 'step-note quiet', text: 'A step without a stack.' }));
  };

  // As it stands in the program's own log.
  const momentOf = (ms) => h('time', { class: 'quiet', datetime: new Date(ms).toISOString(),
    text: pictures.clock(ms, 1) });

  const stepsTable = (life) => pictures.table('Steps as a table',
    ['After', 'Step', 'Thread', 'Count', 'Where', 'Note'],
    () => life.steps.map((step) => [
      pictures.after(step.t), wordOf(step),
      step.th === undefined ? '' : Page.thread(step.th),
      step.c === undefined ? '' : Page.count(step.c),
      whereOf(step), step.n || '',
    ]));

  const whereOf = (step) => {
    const frame = Page.frame(step.at) || (step.s === undefined ? null : Page.site(step.s)[0]);
    return frame ? Page.frameNode(frame) : '';
  };
})();
