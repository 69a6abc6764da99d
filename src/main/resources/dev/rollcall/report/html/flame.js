// Where the resources were registered: a flame graph, its switches, and what a frame says in words.
'use strict';
(() => {
  const { h, data, pictures } = Page;
  const { amount, noun, tell, legend, note, rows } = Page.flameWords;
  const CELL = 22; // px: height of a frame
  const STATES = [['leaked', 'Leaked'], ['open', 'Open'], ['known', 'Known']];
  let serial = 0;

  /** The flame graph, built when it comes near the window. */
  Page.flame = () => {
    const node = h('div', { class: 'flame' });
    pictures.near(node, () => build(node));
    return node;
  };

  const build = (node) => {
    const there = STATES.filter(([state]) =>
      data.groups.some((group) => group.state === state && group.count > 0));
    const view = { there, show: there.length > 1 && !there.some(([s]) => s === 'leaked')
      ? 'all' : there[0]?.[0], base: Page.flameBase(), by: Page.state.by, term: '' };
    view.holder = h('div', { class: 'flame-chart' });
    view.scroll = h('div', { class: 'flame-scroll' }, view.holder);
    view.detail = h('div', { class: 'flame-detail' });
    view.found = h('p', { class: 'flame-found', role: 'status' });
    view.note = h('p', { class: 'flame-note' });
    view.reset = h('button', { type: 'button', class: 'plain', text: 'Reset zoom', disabled: true,
      on: { click: () => reset(view) } });
    node.append(controls(view), view.found, view.scroll, view.detail, legend(view), view.note,
      pictures.table('Registration sites as a table', ['Type', 'Registered in', 'State',
        'Count', 'Bytes'], rows));
    Page.onState((state) => {
      if (state.by !== view.by) {
        view.by = state.by;
        plant(view);
      }
    });
    pictures.sized(view.holder, (width, paper) => {
      view.width = width;
      if (!view.chart) plant(view);
      else drawn(view, () => view.chart.width(width).transitionDuration(0).update());
      view.chart?.transitionDuration(pace());
      // What is printed is printed now.
      if (paper) d3.timerFlush();
    });
  };

  const pace = () => Page.reducedMotion() ? 0 : 250;

  const choice = (label, options, chosen, choose) => {
    const name = 'flame-' + serial++;
    return h('fieldset', { class: 'choice' }, h('legend', { text: label }),
      options.map(([value, text]) => {
        const radio = h('input', { type: 'radio', name, value, on: { change: () =>
          choose(value) } });
        radio.checked = value === chosen();
        Page.onState(() => {
          radio.checked = value === chosen();
        });
        return h('label', { class: 'option' }, radio, h('span', { text }));
      }));
  };

  const controls = (view) => {
    const { there } = view;
    const bytes = data.groups.some((group) => group.bytes);
    const search = h('input', { type: 'search', class: 'flame-search', autocomplete: 'off',
      spellcheck: 'false', on: { input: () => mark(view, search.value) } });
    return h('div', { class: 'flame-controls' },
      there.length > 1 ? choice('Of', [...there, ['all', 'All']], () => view.show, (value) => {
        view.show = value;
        plant(view);
      }) : null,
      bytes ? choice('By', [['count', 'Count'], ['bytes', 'Bytes']], () => Page.state.by,
        (value) => Page.go({ by: value })) : null,
      h('label', { class: 'flame-find' }, h('span', { text: 'Mark frames' }), search), view.reset);
  };

  // Builds the tree and draws it anew: another choice is another picture.
  const plant = (view) => {
    if (!view.width) return;
    const wanted = (group) => group.count > 0 && (view.show === 'all'
      ? group.state !== 'gone' : group.state === view.show);
    Object.assign(view, Page.flameTree(wanted, view.by, view.base));
    view.chart?.destroy();
    view.chart = null;
    view.holder.replaceChildren();
    view.current = null;
    view.zoomed = null;
    view.scroll.hidden = view.root.value === 0;
    if (view.root.value === 0) {
      view.detail.replaceChildren();
      note(view);
      return;
    }
    view.chart = flamegraph.default().width(view.width).cellHeight(CELL)
      .height(Page.flameDepth(view.root) * CELL + 2).inverted(true).minFrameSize(1)
      .transitionDuration(0)
      .sort((a, b) => d3.descending(a.data.value, b.data.value) ||
        d3.ascending(a.data.key, b.data.key))
      .getName((d) => sign(view, d.data) + d.data.name)
      .setSearchMatch((d, term) => matches(d.data, term)).setSearchHandler(() => {})
      .setDetailsHandler(() => {}).setColorMapper((d) => colour(view, d)).tooltip(hover(view))
      .onClick((d) => {
        view.current = d;
        view.zoomed = d.parent ? d : null;
        view.reset.disabled = !view.zoomed;
        decorate(view);
      });
    drawn(view, () => d3.select(view.holder).datum(view.root).call(view.chart));
    view.chart.transitionDuration(pace());
    view.holder.querySelector('.title')?.remove();
    note(view);
    if (view.term) mark(view, view.term);
  };

  // The library calls this as its tooltip; here the words stand below the picture instead.
  const hover = (view) => Object.assign(() => {}, {
    show: (d) => tell(view, d),
    hide: () => view.current && tell(view, view.current),
  });

  const drawn = (view, draw) => {
    draw();
    // The library lets new frames grow, at whatever pace it is told; they are to be there at once.
    d3.select(view.holder).selectAll('.frame > rect:not([width])').interrupt()
      .attr('width', (d, i, rects) => rects[i].parentNode.getAttribute('width'));
    decorate(view);
  };

  // The library draws; that each frame can be reached and read without a mouse is added here.
  const decorate = (view) => {
    const svg = view.holder.querySelector('svg');
    svg.setAttribute('role', 'group');
    svg.setAttribute('aria-label', 'Flame graph of registration sites. The arrow keys go from ' +
      'frame to frame, Enter zooms in, Escape out.');
    const frames = d3.select(svg).selectAll('g.frame');
    if (!view.current) view.current = frames.datum();
    frames.attr('role', 'button').attr('tabindex', (d) => d === view.current ? 0 : -1)
      .attr('aria-label', (d) => d.data.name + ', ' + amount(view, d.data.value) + ' ' +
        noun(view) + ', level ' + d.depth);
    frames.classed('type', (d) => d.data.kind === 'type');
    if (!svg.dataset.keys) {
      svg.dataset.keys = 'on';
      svg.addEventListener('keydown', (event) => keys(view, event));
      svg.addEventListener('focusin', (event) => {
        const group = event.target.closest('g.frame');
        if (group) at(view, d3.select(group).datum());
      });
    }
    tell(view, view.current);
  };

  const nodeOf = (view, d) =>
    d3.select(view.holder).selectAll('g.frame').filter((other) => other === d).node();

  const at = (view, d) => {
    view.current = d;
    d3.select(view.holder).selectAll('g.frame').attr('tabindex', (o) => o === d ? 0 : -1);
    tell(view, d);
  };

  const keys = (view, event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const d = view.current;
    const beside = d.parent ? d.parent.children.filter((o) => nodeOf(view, o)) : [d];
    const place = beside.indexOf(d);
    const to = {
      ArrowUp: d.parent, ArrowLeft: beside[place - 1], ArrowRight: beside[place + 1],
      ArrowDown: (d.children || []).find((o) => nodeOf(view, o)),
      Home: d.ancestors().at(-1), Enter: d, ' ': d, Escape: d,
    };
    if (!(event.key in to)) return;
    event.preventDefault();
    if (event.key === 'Enter' || event.key === ' ') view.chart.zoomTo(d);
    else if (event.key === 'Escape') reset(view);
    at(view, to[event.key] || d);
    nodeOf(view, view.current)?.focus();
  };

  const reset = (view) => {
    const d = view.current;
    view.chart.resetZoom();
    at(view, d);
  };

  const matches = (node, term) => [node.name, node.key, node.full || '']
    .some((text) => text.toLowerCase().includes(term.toLowerCase()));

  const mark = (view, term) => {
    view.term = term.trim();
    if (!view.term) drawn(view, () => view.chart.clear());
    else drawn(view, () => view.chart.search(view.term));
    const sum = (node) => matches(node, view.term) ? node.value : d3.sum(node.children, sum);
    const total = sum(view.root);
    view.found.textContent = !view.term ? '' : total === 0 ? 'No frame has “' + view.term + '”.'
      : 'Marked: ' + amount(view, total) + ' of ' + amount(view, view.root.value) + ' ' +
        noun(view) + ' (' + pictures.share(total, view.root.value) + ').';
  };

  const colour = (view, d) => {
    const { kind, delta, value, groups } = d.data;
    if (d.highlight) return 'var(--flame-mark)';
    if (!view.base) return 'var(--flame-' + kind + ')';
    if (delta === 0) return 'var(--flame-same)';
    const whole = view.by === 'bytes' ? d3.sum(groups, (group) => group.count) : value;
    const step = Math.abs(delta) > 0.5 * whole ? 2 : 1;
    return 'var(--flame-' + (delta > 0 ? 'more-' : 'less-') + step + ')';
  };

  const sign = (view, node) => {
    if (!view.base || node.delta === 0) return '';
    return node.delta > 0 ? '▲ ' : '▼ ';
  };
})();
