// The causes, most important first, and what opens them.
'use strict';
(() => {
  const { data, h } = Page;
  const all = data.causes.map((cause, number) => ({
    cause: { ...cause, groups: cause.groups.filter((i) => i >= 0) }, number,
  })).filter(({ cause }) => cause.groups.length);
  const growth = new Map((data.growth || []).filter((g) => g.id).map((g) => [g.id, g.words]));
  const MANY = 30;
  const max = { count: 1, bytes: 1 };
  for (const { cause } of all) {
    max.count = Math.max(max.count, cause.leaked);
    max.bytes = Math.max(max.bytes, cause.bytes || 0);
  }

  const groupsOf = (cause) => cause.groups.map((i) => data.groups[i]);

  const figure = (cause, bar) => [
    h('p', { class: 'many' }, h('strong', { text: Page.count(cause.leaked) }),
      cause.open ? ' open' : ' leaked'),
    cause.bytes ? h('p', { class: 'bytes', text: Page.bytes(cause.bytes) }) : null,
    bar,
  ];

  const types = (groups) => {
    const names = [...new Set(groups.map((group) => group.type))];
    return [Page.own(Page.shortType(names[0]), 'code'),
      names.length > 1 ? ' and ' + Page.words(names.length - 1, 'other type') : ''];
  };

  const since = (cause) => (!data.end || cause.oldest === undefined ? null
    : [Page.term('since', 'since'), ' ', Page.time(data.end - cause.oldest), ', ' +
      Page.age(cause.oldest) + ' before the end']);

  const overdue = (groups) => groups.reduce((sum, group) => sum + (group.overdue || 0), 0);

  const meta = (cause, groups) => {
    const late = overdue(groups);
    const grows = groups.map((group) => growth.get(group.id)).find(Boolean);
    const before = groups.reduce((sum, group) => sum + (group.before || 0), 0);
    return [
      late ? h('strong', { class: 'flag' }, Page.count(late) + ' ',
        Page.term('overdue')) : null,
      grows ? h('strong', { class: 'flag', text: 'grows ' + grows }) : null,
      before ? 'was ' + Page.count(before)
        : data.kind === 'diff' ? h('strong', { class: 'flag', text: 'new' }) : null,
      cause.suspect ? Page.confidence(cause.suspect.confidence) : null,
      [groups.length > 1 ? Page.words(groups.length, 'group') + ' of ' : '', types(groups)],
      since(cause),
    ];
  };

  const NO_SUSPECT = 'Nothing that the recording has tells these lives from released ones';
  const NO_SUSPECT_TODO = 'Record with rollcall-uses=all, or compare with a run that went well: ' +
    'rollcall report --good FILE.';

  const texts = (cause, groups) => ({
    text: () => Page.causeText(cause, groups),
    markdown: () => Page.markdown({ ...cause, count: cause.leaked }, groups),
    ...(cause.open ? {} : { rule: () => Page.rules(groups) }),
    command: () => groups.map((group) => Page.groupCommand(group.id)).join('\n') + '\n',
    link: () => Page.link({ cause: cause.key }),
  });

  const label = (frame, groups) => (frame ? h('code', { class: 'frame', title: frame.text },
    Page.own(frame.short)) : ['No suspect for ', Page.own(groups[0].type)]);

  const make = (entry) => {
    const { cause, number } = entry;
    const groups = groupsOf(cause);
    const frame = cause.suspect ? Page.frame(cause.suspect.frame) : null;
    const root = h('article', {
      class: 'cause card', id: 'cause-' + (number + 1), dataset: { key: cause.key },
    });
    entry.parts = [];
    const build = () => {
      entry.parts = cause.groups.map((index) => Page.group(index, !cause.suspect));
      if (entry.parts.length === 1) entry.parts[0].opener.set(true);
      apply(entry);
      return entry.parts.map((part) => part.root);
    };
    entry.opener = Page.opener({
      id: root.id, label: label(frame, groups), root, build,
      onToggle: (open) => {
        if (open) Page.go({ cause: cause.key, group: '', life: '' });
        else if (Page.state.cause === cause.key || cause.groups.some((i) =>
          data.groups[i].id === Page.state.group)) {
          Page.go({ cause: '', group: '', life: '' }, { replace: true });
        }
      },
    });
    entry.bar = Page.bar(cause.leaked / max.count);
    entry.hit = h('p', { class: 'hit' });
    entry.head = Page.cardHead({
      rank: number + 1, opener: entry.opener, beside: Page.place(frame),
      figure: figure(cause, entry.bar),
      what: cause.suspect ? cause.suspect.what : NO_SUSPECT,
      todo: cause.suspect ? cause.suspect.todo : NO_SUSPECT_TODO,
      meta: meta(cause, groups), copy: Page.copyMenu(texts(cause, groups), 'cause ' + (number + 1)),
    });
    root.append(entry.head, entry.hit, entry.opener.body);
    entry.root = root;
    return root;
  };

  // Which groups of an opened cause are left by the search.
  let matching = () => true;
  const apply = (entry) => {
    for (const part of entry.parts) part.root.hidden = !matching(part.group);
  };

  Page.onFilter((matches, only) => {
    matching = matches;
    const count = { one: 'cause', many: 'causes', left: 0, of: all.length };
    for (const entry of all) {
      const kind = entry.cause.open ? 'open' : 'leaked';
      const left = (only === 'all' || only === kind) && groupsOf(entry.cause).some(matches);
      entry.root.hidden = !left;
      entry.hit.replaceChildren(...(left ? Page.hit(entry.head, groupsOf(entry.cause)) : []));
      count.left += left ? 1 : 0;
      apply(entry);
    }
    return count;
  });

  const sort = (by) => {
    const value = ({ cause }) => (by === 'bytes' ? cause.bytes || 0 : cause.leaked);
    const order = [...all].sort((a, b) => value(b) - value(a) || a.number - b.number);
    const numbers = { true: 0, false: 0 };
    for (const entry of order) {
      const list = document.querySelector(
        entry.cause.open ? '#open .cause-list' : '#causes .cause-list');
      if (by !== data.by || list.dataset.by) list.append(entry.root);
      entry.root.querySelector('.rank').textContent = ++numbers[Boolean(entry.cause.open)];
      entry.bar.firstChild.style.width = Math.max(1, 100 * value(entry) / max[by]) + '%';
      list.dataset.by = by;
    }
    const word = by === 'bytes' ? 'most bytes first' : 'most leaks first';
    const order2 = document.querySelector('#causes .order');
    if (order2) order2.textContent = word;
  };

  Page.onState((state, before) => {
    if (all.length && (!before || before.by !== state.by)) sort(state.by);
  });

  /** The cards of the leaked, or of the open. */
  Page.causeList = (open) => {
    const cards = all.filter(({ cause }) => Boolean(cause.open) === open).map(make);
    return h('div', { class: 'cause-list' + (cards.length > MANY ? ' many' : '') }, cards);
  };

  /** Opens the cause with a group (and the group), or the one with a key; says what to look at. */
  Page.reveal = ({ key, index }) => {
    const entry = all.find(({ cause }) =>
      (index === undefined ? cause.key === key : cause.groups.includes(index)));
    if (!entry) return null;
    entry.opener.set(true);
    if (index === undefined) return entry.opener.button;
    const part = entry.parts.find((one) => one.index === index);
    part.opener.set(true);
    return part.opener.button;
  };
  Page.conceal = ({ key, index }) => {
    const entry = all.find(({ cause }) =>
      (index === undefined ? cause.key === key : cause.groups.includes(index)));
    if (entry) entry.opener.set(false);
  };

  const section = document.getElementById('causes');
  const leaked = all.filter(({ cause }) => !cause.open);
  if (leaked.length) {
    const groups = leaked.reduce((sum, { cause }) => sum + cause.groups.length, 0);
    section.hidden = false;
    section.append(h('h2', { id: 'causes-title' },
      leaked.length === 1 ? 'One ' : Page.count(leaked.length) + ' ',
      Page.term('cause', leaked.length === 1 ? 'cause' : 'causes'),
      h('small', {}, leaked.length > 1 ? h('span', { class: 'order' }) : null,
        groups > leaked.length ? ' · ' + Page.words(groups, 'group') : '')),
    Page.causeList(false));
  }
})();
