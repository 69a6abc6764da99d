// Search and filters: what of the lists is left, how much that is, and what to do if it is nothing.
'use strict';
(() => {
  const { data, h } = Page;
  const input = document.getElementById('search');
  const found = document.getElementById('found');
  const lists = [];

  const siteTexts = new Map();
  const siteText = (i) => {
    if (!siteTexts.has(i)) {
      siteTexts.set(i, Page.site(i).map((f) => f.text + (f.owner ? ' ' + f.owner : '')).join('\n'));
    }
    return siteTexts.get(i);
  };
  const frameText = (i) => {
    const frame = Page.frame(i);
    return frame ? frame.text + ' ' + (frame.owner || '') : '';
  };

  const lifeTexts = (life) => [
    life.id, life.description, life.owner && life.owner.id,
    ...life.steps.flatMap((step) => [
      step.n, step.th === undefined ? null : Page.thread(step.th),
      step.s === undefined ? null : siteText(step.s),
    ]),
  ];

  const hay = (item) => [
    item.id, item.type, item.kind, item.message, siteText(item.site), item.sentence,
    ...(item.ids || []),
    ...(item.suspects || []).flatMap((x) => [x.what, x.todo, frameText(x.frame)]),
    ...(item.context || []).flatMap((x) => [x.words, frameText(x.frame), frameText(x.at)]),
    ...(item.notes || []),
    ...(item.owns || []).flatMap((x) => [x.id, x.type]),
    ...(item.examples || []).flatMap(lifeTexts),
  ].filter(Boolean).join('\n');

  const hays = new Map();
  const textOf = (item) => {
    if (!hays.has(item)) {
      const text = hay(item);
      hays.set(item, { text, low: text.toLowerCase() });
    }
    return hays.get(item);
  };
  let terms = [];
  const matches = (item) => terms.every((term) => textOf(item).low.includes(term));

  /** Where a word was found that the head of a card does not show. */
  Page.hit = (head, items) => {
    if (!terms.length) return [];
    const shown = head.textContent.toLowerCase();
    const term = terms.find((one) => !shown.includes(one));
    const item = term && items.find((one) => textOf(one).low.includes(term));
    if (!item) return [];
    const { text, low } = textOf(item);
    const at = low.indexOf(term);
    const line = text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0];
    return ['Found in it: ', Page.own(line.length > 160 ? line.slice(0, 160) + '…' : line)];
  };

  // Sections of which nothing is left go, too.
  const SECTIONS = ['causes', 'open', 'collector'].map((id) => document.getElementById(id));
  const there = new Map();
  const sections = (filtered, only) => {
    for (const section of SECTIONS) {
      if (!there.has(section)) there.set(section, !section.hidden);
      const left = section.querySelector(
        '.cause:not([hidden]), .group-list:not([hidden]) > .group:not([hidden])');
      const gone = filtered && !left && (section.id !== 'collector' || only !== 'all');
      section.hidden = !there.get(section) || gone;
    }
  };

  /** Adds a list: `fn(matches, only)` shows what is left and returns `{one, many, left, of}`. */
  Page.onFilter = (fn) => lists.push(fn);

  const clear = () => {
    input.value = '';
    Page.go({ q: '', only: 'all' });
    input.focus();
  };

  const say = (state, counts) => {
    const filtered = state.q.trim() !== '' || state.only !== 'all';
    found.hidden = !filtered;
    if (!filtered) return;
    const some = counts.filter((c) => c.of > 0);
    const left = some.reduce((sum, c) => sum + c.left, 0);
    const what = state.q.trim() ? ['“', Page.own(state.q.trim()), '”'] : null;
    const words = left
      ? ['Shown: ', some.map((c) => Page.count(c.left) + ' of ' +
        Page.words(c.of, c.one, c.many)).join(', '), what ? [' with ', what] : '', '.']
      : ['Nothing here ', what ? ['has ', what] : 'is left', '. Search looks in types, methods, ' +
        'files, owners, threads, fingerprints, ids and notes of what this page shows; ' +
        'all words must be found.'];
    found.replaceChildren();
    found.classList.toggle('none', left === 0);
    found.append(...[words].flat(3), ' ',
      h('button', { type: 'button', class: 'plain', text: 'Show all', on: { click: clear } }));
    Page.announce(found.textContent.replace(' Show all', ''));
  };

  Page.onState((state, before) => {
    if (before && before.q === state.q && before.only === state.only) return;
    if (input.value !== state.q) input.value = state.q;
    terms = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const counts = lists.map((list) => list(matches, state.only));
    sections(terms.length > 0 || state.only !== 'all', state.only);
    say(state, counts);
  });

  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => Page.go({ q: input.value }, { replace: true }), 120);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') Page.go({ q: input.value });
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });

  // One choice of several, as a row of buttons.
  const choice = (key, label, options) => {
    const name = 'choose-' + key;
    const boxes = options.map(([value, text]) => {
      const radio = h('input', { type: 'radio', name, value });
      radio.addEventListener('change', () => Page.go({ [key]: value }));
      return [radio, h('label', { class: 'option' }, radio, h('span', { text }))];
    });
    Page.onState((state) => {
      for (const [radio] of boxes) radio.checked = radio.value === state[key];
    });
    return h('fieldset', { class: 'choice' }, h('legend', { text: label }),
      boxes.map(([, node]) => node));
  };

  const kinds = [
    ['leaked', data.causes.some((cause) => !cause.open) ||
      data.groups.some((group) => group.state === 'leaked' || group.state === 'known')],
    ['open', data.groups.some((group) => group.state === 'open')],
    ['misused', data.misuses.length > 0],
  ].filter(([, there]) => there).map(([kind]) => kind);
  const filters = document.getElementById('filters');
  if (kinds.length > 1) {
    filters.append(choice('only', 'Show', [['all', 'All'],
      ...kinds.map((kind) => [kind, kind[0].toUpperCase() + kind.slice(1)])]));
  }
  if (data.causes.some((cause) => cause.bytes) && data.causes.length > 1) {
    filters.append(choice('by', 'Order by', [['count', 'Count'], ['bytes', 'Bytes']]));
  }
})();
