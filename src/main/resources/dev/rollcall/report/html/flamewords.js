// What the flame graph says in words: a frame's details, the legend, notes, and the table.
'use strict';
(() => {
  const { h, data, pictures } = Page;

  const amount = (view, n) => view.by === 'bytes' ? Page.bytes(n) : Page.count(n);
  const noun = (view) => view.show === 'all' ? 'left over' : view.show;

  const tell = (view, d) => {
    const node = d.data;
    const facts = [amount(view, node.value) + ' ' + noun(view) + ' (' +
      pictures.share(node.value, view.root.value) + ' of ' + amount(view, view.root.value) + ')',
    'in ' + Page.words(node.groups.length, 'group')];
    if (node.lines.size > 0) facts.push(linesOf(node));
    if (node.whose) facts.push('code of ' + node.whose);
    const parts = [h('p', { class: 'flame-name' }, node.kind === 'root'
      ? h('strong', { text: 'All' }) : Page.own(node.full || node.key, 'strong')),
    h('p', { text: facts.join('; ') + '.' })];
    if (view.base) parts.push(h('p', { class: 'flame-delta', text: deltaOf(view, node) }));
    if (node.kind === 'type' || node.groups.length <= 3) parts.push(links(node.groups));
    pictures.refill(view.detail, ...parts);
  };

  const linesOf = (node) => {
    const lines = [...node.lines].sort(d3.ascending);
    return lines.slice(0, 4).join(', ') + (lines.length > 4
      ? ' and ' + Page.words(lines.length - 4, 'more line') : '');
  };

  const deltaOf = (view, { delta }) => delta === 0 ? '= As many as in ' + view.base.words + '.'
    : (delta > 0 ? '+' : '−') + Page.count(Math.abs(delta)) + ': ' +
      (delta > 0 ? 'more' : 'fewer') + ' than in ' + view.base.words + '.';

  const links = (groups) => h('p', { class: 'flame-links' }, 'Go to ',
    groups.slice(0, 3).map((group, i) => [i ? ', ' : '',
      h('a', { href: Page.link({ group: group.id }) }, Page.own(group.id, 'code'))]),
    groups.length > 3 ? ' and ' + Page.count(groups.length - 3) + ' more' : '');

  const legend = (view) => {
    const entries = view.base
      ? [['more-2', '▲ many more than in ' + view.base.words], ['more-1', '▲ more'],
        ['same', 'the same'], ['less-1', '▼ fewer'], ['less-2', '▼ many fewer']]
      : [['own', 'the program'], ['other', 'the JDK and libraries'], ['type', 'type registered']];
    return h('ul', { class: 'key flame-key', 'aria-label': 'What the colours mean' },
      [...entries, ['mark', 'marked']].map(([name, words]) =>
        h('li', null, h('span', { class: 'swatch ' + name }), h('span', { text: words }))));
  };

  const note = (view) => {
    const words = ['Outermost call at the top; each frame is as wide as what was registered ' +
      'below it.'];
    if (view.root.value === 0) words[0] = 'Nothing to show here.';
    if (view.skipped) {
      words.push(Page.words(view.skipped, 'frame') + ' at the outer end that all share ' +
        (view.skipped === 1 ? 'is' : 'are') + ' left out.');
    }
    if (view.unsized) {
      words.push(Page.words(view.unsized, 'group') + ' without known bytes ' +
        (view.unsized === 1 ? 'has' : 'have') + ' no width here.');
    }
    const size = (n) => 1 + d3.sum(n.children, size);
    if (view.holder.querySelectorAll('g.frame').length < size(view.root)) {
      words.push('Frames narrower than a pixel are not drawn: zoom in, or see the table.');
    }
    const gone = view.base ? data.groups.filter((group) => group.state === 'gone').length : 0;
    if (gone) words.push(Page.words(gone, 'group') + ' that are gone have no width here.');
    view.note.textContent = words.join(' ');
  };

  // All that is left, whatever the switches show, so that the table stays true.
  const rows = () => d3.sort(data.groups.filter((group) => group.count > 0),
    (group) => -group.count).map((group) => {
    const frame = Page.frame(group.at) || Page.site(group.site)[0];
    return [Page.own(group.type), frame ? Page.frameNode(frame) : 'not known', group.state,
      Page.count(group.count), group.bytes ? Page.bytes(group.bytes) : ''];
  });

  Page.flameWords = { amount, noun, tell, legend, note, rows };
})();
