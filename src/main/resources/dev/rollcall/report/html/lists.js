// What is open, misused, known, or released by the collector only; and what was read.
'use strict';
(() => {
  const { data, h } = Page;

  const table = (caption, heads, rows) => h('table', { class: 'stacked' },
    h('caption', { class: 'hush', text: caption }),
    h('thead', {}, h('tr', {}, heads.map((text) => h('th', { scope: 'col', text })))),
    h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map((cell, i) =>
      h('td', { 'data-head': heads[i] }, cell))))));

  const ROWS = 10;
  /** A list of which the first are shown, and the others where they are asked for. */
  Page.rows = (items) => {
    const list = (some) => h('ul', { class: 'rows' }, some);
    if (items.length <= ROWS + 2) return list(items);
    return h('div', {}, list(items.slice(0, ROWS)), h('details', { class: 'rest' },
      h('summary', { text: Page.count(items.length - ROWS) + ' more' }), list(items.slice(ROWS))));
  };

  // Groups that no cause leads to: they are listed, and open in place.
  const loose = [];
  const inCauses = new Set(data.causes.flatMap((cause) => cause.groups));
  const rest = (wanted) => data.groups.flatMap((group, index) =>
    (!inCauses.has(index) && wanted(group) ? [index] : []));
  const groupList = (indices, kind) => h('div', { class: 'group-list' }, indices.map((index) => {
    const part = Page.group(index, true);
    loose.push({ ...part, kind });
    return part.root;
  }));
  Page.revealLoose = (index) => {
    const part = loose.find((one) => one.index === index);
    if (!part) return null;
    const fold = part.root.closest('details');
    if (fold) fold.open = true;
    part.opener.set(true);
    return part.opener.button;
  };
  Page.onFilter((matches, only) => {
    const count = { one: 'other group', many: 'other groups', left: 0, of: loose.length };
    for (const part of loose) {
      const left = (only === 'all' || only === part.kind) && matches(part.group);
      part.root.hidden = !left;
      count.left += left ? 1 : 0;
    }
    for (const list of document.querySelectorAll('.group-list')) {
      const empty = [...list.children].every((child) => child.hidden);
      (list.closest('details') || list).hidden = empty;
    }
    return count;
  });

  const known = rest((group) => group.state === 'known' || group.state === 'leaked');
  if (known.length) {
    const causes = document.getElementById('causes');
    const n = known.reduce((sum, i) => sum + data.groups[i].count, 0);
    if (causes.hidden) causes.append(h('h2', { id: 'causes-title', text: 'Leaked and known' }));
    causes.hidden = false;
    causes.append(h('details', { class: 'fold-list' },
      h('summary', {}, h('h3', { text: 'Known' }), h('span', { class: 'muted', text:
        Page.count(n) + ' leaked in ' + Page.words(known.length, 'group') +
        ' that do not count, because the baseline has them' })),
      groupList(known, 'leaked')));
  }

  const growing = () => {
    const list = (data.growth || []).filter((one) => !inCauses.has(Page.groupIndex(one.id)));
    return list.length ? [h('h3', { text: 'What grows' }),
      Page.rows(list.map((one) => h('li', {},
        h('span', { class: 'name' }, one.id && Page.groupIndex(one.id) >= 0
          ? Page.groupLink(one.id) : Page.own(one.name, 'code')),
        h('span', { class: 'value' }, Page.own(one.words, 'span')))))] : [];
  };

  const declared = () => {
    const list = data.overdue || [];
    return list.length ? [h('h3', { text: 'Found open for longer than rollcall.expect allows' }),
      Page.rows(list.map((one) => h('li', {},
        h('span', { class: 'name' }, Page.count(one.found) + ' × ', Page.own(one.type), ', ',
          Page.own(Page.sentence(one.sentence), 'span'), ' ',
          Page.groupIndex(one.id) >= 0 ? Page.groupLink(one.id) : null),
        h('details', {}, h('summary', { text: 'Registered at' }), Page.stack(one.site)),
        one.held === undefined ? null : h('details', {}, h('summary', {}, 'What ',
          one.holder === undefined ? 'the thread that held one' : ['thread ', Page.own(one.holder)],
          ' did when it was found'), Page.stack(one.held)))))] : [];
  };

  const VERDICTS = [
    ['overdue', 'Overdue', true],
    ['unknown', 'Too little is known to judge their age', true],
    ['usual', 'In normal flight: hardly older than released siblings became', false],
  ];
  const open = document.getElementById('open');
  const opened = rest((group) => group.state === 'open');
  const openCauses = data.causes.some((cause) => cause.open);
  const extra = [...growing(), ...declared()];
  if (opened.length || openCauses || extra.length) {
    open.hidden = false;
    const n = data.groups.reduce((sum, g) => sum + (g.state === 'open' ? g.count : 0), 0);
    open.append(h('h2', { id: 'open-title' }, n ? [Page.term('open', 'Open'), ' at the end ',
      h('small', { text: Page.words(n, 'resource') + (openCauses
        ? '; what is overdue or grows comes first' : '; ages are up to the end') })]
      : 'Notices'));
    if (openCauses) open.append(Page.causeList(true));
    open.append(...extra);
    for (const [verdict, words, unfolded] of VERDICTS) {
      const these = opened.filter((i) => (data.groups[i].verdict || 'unknown') === verdict);
      if (!these.length) continue;
      const count = these.reduce((sum, i) => sum + data.groups[i].count, 0);
      open.append(h('details', { class: 'fold-list', open: unfolded && these.length <= 8 },
        h('summary', {}, h('h3', { text: words }), h('span', { class: 'muted',
          text: Page.words(count, 'resource') + ' in ' + Page.words(these.length, 'group') })),
        groupList(these, 'open')));
    }
  }

  const collected = data.collector || [];
  if (collected.length) {
    const section = document.getElementById('collector');
    const n = collected.reduce((sum, one) => sum + one.count, 0);
    section.hidden = false;
    section.append(h('h2', { id: 'collector-title' }, 'Released by the garbage collector only ',
      h('small', { text: Page.words(n, 'resource') + ', which the program forgot' })),
    Page.rows(collected.map((one) => h('li', {},
      h('span', { class: 'name' }, Page.count(one.count) + ' × ', Page.own(one.type, 'code')),
      h('details', {}, h('summary', { text: 'Registered at' }), Page.stack(one.site))))));
  }

  const span = (recording) => {
    if (recording.start === undefined) return 'not known';
    const length = recording.end === undefined ? '' : ', for ' +
      Page.age(recording.end - recording.start);
    return [Page.time(recording.start), length];
  };
  const jvm = (recording) => {
    const one = (data.jvms || [])[recording.jvm];
    return one ? ['pid ' + one.pid, one.labels ? [', ', Page.own(one.labels)] : ''] : 'not known';
  };
  const health = (recording) => (recording.complete && !(recording.losses || []).length
    ? 'complete' : h('ul', { class: 'bare' }, (recording.losses || []).length
      ? recording.losses.map((loss) => h('li', {}, Page.own(loss.sentence, 'span')))
      : h('li', { text: 'not complete' })));

  const read = document.getElementById('read');
  const recordings = data.recordings || [];
  if (recordings.length) {
    read.hidden = false;
    const rows = recordings.map((one) => [
      [Page.own(one.file, 'code'), one.test ? [' (test ', Page.own(one.test), ')'] : ''],
      jvm(one), span(one), health(one)]);
    const shown = table('Recordings', ['File', 'JVM', 'Time', 'Complete?'], rows);
    read.append(h('h2', { id: 'read-title' }, 'What was read'),
      rows.length > 12 ? h('details', {}, h('summary', {
        text: Page.words(rows.length, 'recording') }), shown) : shown);
  }
  if ((data.suppressions || []).length) {
    if (read.hidden) read.append(h('h2', { id: 'read-title', text: 'What was read' }));
    read.hidden = false;
    const heads = ['Rule', 'Reason', 'Suppressed'];
    read.append(h('h3', {}, 'Rules that suppress'), table('Suppressions', heads,
      data.suppressions.map((one) => [[Page.own(one.rule, 'code'),
        one.place ? h('div', { class: 'muted' }, Page.own(one.place)) : null],
      one.reason ? Page.own(one.reason, 'span') : '', Page.count(one.resources)])));
  }
})();
