// A comparison leads with what is new, grown, shrunk and gone.
'use strict';
(() => {
  const { data, h } = Page;
  const KINDS = [
    ['new', 'New', true], ['grown', 'Grown', true], ['shrunk', 'Shrunk', false],
    ['gone', 'Gone', false],
  ];

  const name = (change) => {
    const group = change.group === undefined ? null : data.groups[change.group];
    const title = change.misuse ? [change.misuse + ' of ', Page.own(change.type || change.name)]
      : [Page.own(change.type || change.name)];
    const place = Page.registrar(group || change);
    return [
      group && group.state !== 'gone'
        ? h('a', { href: '#' + new URLSearchParams({ group: group.id }) }, title)
        : h('span', {}, title),
      place ? h('span', { class: 'muted' }, ' in ', Page.frameNode(place)) : null,
    ];
  };

  const line = (change) => h('li', {},
    h('span', { class: 'name' }, name(change)),
    h('span', { class: 'value' }, Page.count(change.before) + ' → ',
      h('strong', { text: Page.count(change.after) })));

  const lists = (changes, judged) => KINDS.flatMap(([kind, title, bad]) => {
    const these = changes.filter((change) => change.kind === kind);
    return these.length ? [h('section', {
      class: 'change ' + (judged ? bad ? 'worse' : 'better' : '') },
      h('h3', {}, title, ' ', h('small', { text: Page.count(these.length) })),
      Page.rows(these.map(line)))] : [];
  });

  if (data.kind === 'diff') {
    const section = document.getElementById('changes');
    const changes = lists(data.changes || [], true);
    const more = lists(data.moreOpen || [], false);
    section.hidden = false;
    section.append(h('h2', { id: 'changes-title', text: 'What changed' }),
      changes.length ? h('div', { class: 'change-list' }, changes)
        : h('p', { class: 'muted', text: 'Nothing that leaked has changed.' }));
    if (more.length) {
      section.append(h('h3', { text: 'Open, which is no leak' }),
        h('div', { class: 'change-list' }, more));
    }
    if (data.unchanged) {
      section.append(h('p', { class: 'muted', text:
        Page.words(data.unchanged, 'group') + ' leaked as before.' }));
    }
    for (const words of [...(data.relabelled || []), ...(data.paces || [])]) {
      section.append(h('p', {}, Page.own(words, 'span')));
    }
  }
})();
