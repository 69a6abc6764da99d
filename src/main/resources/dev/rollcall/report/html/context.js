// What was going on around the resources of a group: exceptions, threads, tests, requests.
'use strict';
(() => {
  const { h } = Page;

  const place = (context) => {
    if (context.kind !== 'exception') return [];
    const at = Page.frame(context.at);
    const through = Page.frame(context.frame);
    return [
      at ? ['at', at] : null,
      through && (!at || through.text !== at.text) ? ['within', through] : null,
    ].filter(Boolean);
  };

  const BEFORE = {
    exception: 'after the last step the same thread threw ',
    test: 'registered in ',
    request: 'registered in ',
  };

  const details = (context) =>
    (context.within ? ', part of ' + context.within : '') +
    (context.example ? ' (for example ' + context.example + ')' : '');

  const share = (context, group) =>
    Page.count(context.count) + ' of ' + Page.count(group.count);

  const word = (group) => (group.state === 'open' ? 'open' : 'leaked');

  // The last step may have been in another request than the registration.
  const last = (context, group) => (context.lastSteps > context.count
    ? 'the last step was in it: ' + Page.count(context.lastSteps) + ' of ' +
      Page.count(group.count) : '');

  /** The whole of it as a line of text. */
  Page.contextText = (context, group) => {
    const released = context.releasedOf === undefined ? '' : ', ' +
      Page.count(context.released) + ' of ' + Page.count(context.releasedOf) + ' released';
    const frames = place(context).map(([word, frame]) => ' ' + word + ' ' + frame.text).join(',');
    const end = last(context, group);
    return share(context, group) + ' ' + word(group) + released + ': ' +
      (BEFORE[context.kind] || '') + context.words + details(context) + frames +
      (end ? '; ' + end : '');
  };

  const part = (n, of, label, cls) => h('div', { class: 'part-of ' + cls },
    h('span', { text: Page.count(n) + ' of ' + Page.count(of) + ' ' + label }),
    Page.bar(of ? n / of : 0, n ? '' : 'none'));

  const item = (context, group) => h('li', { class: 'context ' + context.kind },
    h('div', { class: 'shares' }, h('p', { class: 'kind', text: context.kind }),
      part(context.count, group.count, word(group), word(group)),
      context.releasedOf === undefined ? null
        : part(context.released, context.releasedOf, 'released', 'released')),
    h('div', {},
      h('p', {}, BEFORE[context.kind] || '', Page.own(context.words + details(context), 'span')),
      place(context).map(([word, frame]) => h('p', { class: 'muted' }, word + ' ',
        Page.frameNode(frame))),
      last(context, group) ? h('p', { class: 'muted', text: last(context, group) }) : null));

  Page.contexts = (group) => {
    const all = group.context || [];
    return all.length ? h('ul', { class: 'contexts' },
      all.map((context) => item(context, group))) : null;
  };
})();
