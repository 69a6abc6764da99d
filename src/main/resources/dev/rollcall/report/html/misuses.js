// What was ended too early, or too often.
'use strict';
(() => {
  const { data, h } = Page;
  const cards = [];

  const differences = (misuse) => ((misuse.differences || []).length
    ? h('ul', { class: 'bare' }, misuse.differences.map((one) => {
      const frame = Page.frame(one.frame);
      return h('li', {}, Page.own(Page.sentence(one.words), 'span'), ' ',
        frame ? Page.frameNode(frame) : null);
    })) : null);

  const card = (misuse, number) => {
    const [first, ...others] = misuse.suspects || [];
    const frame = first ? Page.frame(first.frame) : null;
    const root = h('article', { class: 'misuse card', id: 'misuse-' + (number + 1) });
    const build = () => {
      const examples = Page.lives(misuse.examples);
      return [
        h('p', { class: 'message' }, Page.own(Page.sentence(misuse.message || ''), 'span')),
        Page.columns(
          [Page.block('It happened at', Page.stack(misuse.site), 'h4')],
          [Page.block('How these lives differ', differences(misuse), 'h4'),
            Page.block('Other suspects', Page.suspects(others), 'h4')]),
        examples ? Page.block(examples.length === 1 ? 'An example' : 'Examples',
          h('div', {}, examples), 'h4') : null,
      ];
    };
    const opener = Page.opener({
      id: root.id, root, build, onToggle: () => {},
      label: [misuse.kind[0].toUpperCase() + misuse.kind.slice(1) + ' of ', Page.own(misuse.type)],
    });
    const ids = (misuse.ids || []).slice(0, 5);
    const head = Page.cardHead({
      rank: number + 1, opener, figure: h('p', { class: 'many' },
        h('strong', { text: Page.count(misuse.count) }), misuse.count === 1 ? ' time' : ' times'),
      beside: frame ? [h('span', { class: 'muted', text: 'first suspect ' }),
        Page.own(frame.short, 'code', 'frame'), Page.place(frame)] : null,
      what: first ? first.what : misuse.message, todo: first ? first.todo : null,
      meta: [misuse.known ? 'known from the baseline, does not count' : null,
        first ? Page.confidence(first.confidence) : null,
        ids.length ? [ids.length === 1 ? 'resource ' : 'resources ', ids.join(', '),
          misuse.ids.length > ids.length ? ', …' : ''] : null],
      copy: Page.copyMenu({
        text: () => Page.misuseText(misuse),
        markdown: () => Page.misuseMarkdown(misuse),
        ...(ids.length ? { command: () => Page.lifeCommand(ids[0]) + '\n' } : {}),
      }, 'misuse ' + (number + 1)),
    });
    const hit = h('p', { class: 'hit' });
    root.append(head, hit, opener.body);
    cards.push({ misuse, root, opener, head, hit });
    return root;
  };

  /** Opens the misuse that has a life among its examples; says what to look at. */
  Page.revealMisuse = (id) => {
    const found = cards.find(({ misuse }) =>
      (misuse.examples || []).some((life) => life.id === id) || (misuse.ids || []).includes(id));
    if (!found) return null;
    found.opener.set(true);
    return found.opener.button;
  };

  const section = document.getElementById('misuses');
  if (data.misuses.length) {
    const n = data.misuses.reduce((sum, misuse) => sum + misuse.count, 0);
    section.hidden = false;
    section.append(h('h2', { id: 'misuses-title' }, Page.term('misused', 'Misuse'), ' ',
      h('small', { text: Page.words(n, 'time') })),
    h('div', { class: 'card-list' }, data.misuses.map(card)));
  }
  Page.onFilter((matches, only) => {
    const count = { one: 'misuse', many: 'misuses', left: 0, of: cards.length };
    for (const { misuse, root, head, hit } of cards) {
      const left = (only === 'all' || only === 'misused') && matches(misuse);
      root.hidden = !left;
      hit.replaceChildren(...(left ? Page.hit(head, [misuse]) : []));
      count.left += left ? 1 : 0;
    }
    section.hidden = count.left === 0;
    return count;
  });
})();
