// One group: where it was registered, how its leaked lives differ, and what was going on.
'use strict';
(() => {
  const { data, h } = Page;
  const groups = new Map();
  data.groups.forEach((group, index) => {
    if (!groups.has(group.id)) groups.set(group.id, { group, index });
  });

  /** The index of a group by its fingerprint, or -1. */
  Page.groupIndex = (id) => (groups.has(id) ? groups.get(id).index : -1);

  /** The index of the group that has a life among its examples, or -1. */
  Page.groupOfLife = (id) =>
    data.groups.findIndex((group) => (group.examples || []).some((life) => life.id === id));

  const block = (title, node, level = 'h5') => (node
    ? h('div', { class: 'block' }, h(level, {}, title), node) : null);
  Page.block = block;

  /** Blocks side by side where there is room; a side without blocks takes none. */
  Page.columns = (...sides) => h('div', { class: 'columns' }, sides.map((side) =>
    (side.some(Boolean) ? h('div', {}, side) : null)));

  /** Suspects after the first, or all of them, each with its evidence. */
  Page.suspects = (suspects, all = false) => (suspects.length ? h('ol', {
    class: all ? 'suspects all' : 'suspects',
  },
    suspects.map((suspect) => {
      const frame = Page.frame(suspect.frame);
      return h('li', {},
        h('p', { class: 'line' }, frame ? Page.frameNode(frame) : null,
          frame ? Page.ownerNode(frame) : null, Page.confidence(suspect.confidence)),
        h('p', { class: 'what' }, Page.own(Page.sentence(suspect.what), 'span')),
        Page.todo(suspect.todo));
    })) : null);

  const owned = (group) => {
    if (!group.owns || !group.owns.length) return null;
    return h('ul', { class: 'owned' }, group.owns.map((own) => h('li', {},
      Page.count(own.count) + ' × ', Page.own(own.type, 'code'), ' ', groupLink(own.id))));
  };
  const groupLink = (id) => (groups.has(id)
    ? h('a', { href: '#' + new URLSearchParams({ group: id }) }, Page.own(id, 'code'))
    : Page.own(id, 'code'));
  Page.groupLink = groupLink;

  const lifeTitle = (life) => life.id + (life.type ? ' ' + life.type : '') +
    (life.description ? ' (' + life.description + ')' : '') + ', ' + life.verdict +
    (life.bytes ? ', ' + Page.bytes(life.bytes) : '');

  const lifeNotes = (life) => {
    const jvm = (data.jvms || []).length > 1 ? data.jvms[life.jvm] : null;
    return [
      life.before ? 'Registered before the recording began.' : '',
      life.missing ? Page.words(life.missing, 'step is', 'steps are') +
        ' missing: the recording lost them.' : '',
      life.unfollowed ? 'Not followed: the recording has only where it was found.' : '',
      life.owner ? 'Owned by ' + life.owner.id + ' ' + (life.owner.type || '') + '.' : '',
      jvm ? 'In pid ' + jvm.pid + (jvm.labels ? ', ' + jvm.labels : '') + '.' : '',
      life.checker ? 'Of checker ' + life.checker + '.' : '',
    ].filter(Boolean).join(' ');
  };

  // The first life is open, the others are a click away and drawn when they are opened.
  Page.lives = (examples) => (examples && examples.length ? examples.map((life, i) => {
    const box = h('details', { class: 'example life', dataset: { id: life.id }, open: i === 0 },
      h('summary', {}, Page.own(lifeTitle(life))));
    const draw = () => {
      if (!box.open || box.children.length > 1) return;
      const notes = lifeNotes(life);
      box.append(
        notes ? h('p', { class: 'muted more-cmd' }, Page.own(notes, 'span')) : '',
        life.steps.length ? Page.drawn(() => Page.timeline(life)) : '',
        h('p', { class: 'muted more-cmd' }, 'With all stacks: ',
          Page.own(Page.lifeCommand(life.id), 'code')));
    };
    box.addEventListener('toggle', draw);
    draw();
    return box;
  }) : null);

  const facts = (group) => {
    const list = [];
    const add = (term, node) => list.push(h('div', {}, h('dt', {}, term), h('dd', {}, node)));
    if (group.condition) add('Condition', Page.own(group.condition, 'span'));
    if (group.siblings) add(Page.term('siblings', 'Siblings'), Page.own(group.siblings, 'span'));
    if (group.direct !== undefined && group.indirect) {
      add('Owned', Page.count(group.direct) + ' by the program, ' +
        Page.count(group.indirect) + ' by other resources');
    }
    if (group.owner) add('Owner', groupLink(group.owner));
    if (group.before !== undefined) add('Before', Page.count(group.before));
    if (group.suppressed) add('Suppressed', Page.count(group.suppressed) + ' more, by rules');
    if (group.good !== undefined) add('In the good run', Page.count(group.good) + ' leaked');
    add(Page.term('fingerprint', 'Fingerprint'), Page.own(group.id, 'code', 'fingerprint'));
    for (const note of group.notes || []) add('Note', Page.own(note, 'span'));
    return h('dl', { class: 'facts' }, list);
  };

  // The first suspect stands on the card of the cause; a group without a card shows it itself.
  const body = (group, alone) => {
    const suspects = (group.suspects || []).slice(alone ? 0 : 1);
    const tracks = group.contrast ? Page.drawn(() => Page.tracks(group)) : null;
    const ages = group.ages ? Page.drawn(() => Page.ages(group)) : null;
    const examples = Page.lives(group.examples);
    return [
      facts(group),
      block(group.state === 'open' ? 'Open against released' : 'Leaked against released', tracks),
      Page.columns(
        [block('Registered at', Page.stack(group.site)), block('What they own', owned(group))],
        [block('What was going on', Page.contexts(group)),
          block(alone ? 'Suspects' : 'Other suspects', Page.suspects(suspects, alone))]),
      examples ? block(examples.length === 1 ? 'An example' : 'Examples',
        h('div', {}, examples)) : null,
      block('Ages, ' + (group.state === 'open' ? 'open' : 'leaked') + ' against released', ages),
    ];
  };

  const texts = (group) => ({
    text: () => Page.groupText(group) + '\n',
    markdown: () => Page.markdown({
      count: group.count, bytes: group.bytes, oldest: group.oldest, open: group.state === 'open',
      suspect: (group.suspects || [])[0],
    }, [group]),
    ...(group.state === 'leaked' ? { rule: () => Page.rules([group]) } : {}),
    command: () => Page.groupCommand(group.id) + '\n',
    link: () => Page.link({ group: group.id }),
  });

  /** What was registered where, in one line. */
  Page.groupTitle = (group) => [Page.count(group.count) + ' × ', Page.own(group.type)];

  /** The program's frame that registered; a constructor of the type itself says nothing new. */
  Page.registrar = ({ site, type, at }) => Page.site(site).find((frame) =>
    frame.program && frame.className !== type) || Page.frame(at);

  /** The article of a group and what opens it. */
  Page.group = (index, alone = false) => {
    const group = data.groups[index];
    const root = h('article', { class: 'group ' + group.state, dataset: { id: group.id } });
    const opener = Page.opener({
      id: 'group-' + index,
      label: Page.groupTitle(group),
      root,
      build: () => body(group, alone),
      onToggle: (open) => {
        if (open) Page.go({ group: group.id, cause: '', life: '' });
        else if (Page.state.group === group.id) Page.go({ group: '' }, { replace: true });
      },
    });
    const at = Page.registrar(group);
    const head = h('div', { class: 'group-head' },
      h('h4', {}, opener.button),
      h('p', { class: 'meta' }, Page.dots([
        group.state === 'open' && group.overdue ? h('strong', { class: 'flag',
          text: Page.count(group.overdue) + ' overdue' }) : null,
        at ? ['registered in ', Page.frameNode(at)] : 'registered at a place that is not known',
        'oldest ' + Page.age(group.oldest),
        group.bytes ? Page.bytes(group.bytes) : null,
      ])),
      Page.copyMenu(texts(group), 'group ' + group.type));
    opener.widen(head);
    root.append(head, opener.body);
    return { index, group, root, opener };
  };
})();
