// How to read the page, where its text comes from, and what it is made with.
'use strict';
(() => {
  const { data, h } = Page;
  const section = document.getElementById('about');
  const licences = document.getElementById('licences');
  const list = (words) => (words.length < 2 ? words.join('')
    : words.slice(0, -1).join(', ') + ' and ' + words[words.length - 1]);

  const HOW = [
    'Causes come first: each is a method that may have forgotten a release, with the line, what ' +
      'it did, and what to do. Begin with the first one whose confidence is high or medium.',
    'Open a cause to see its groups: where they were registered, what leaked lives did and ' +
      'released ones did not, and examples step by step.',
    'Search looks in types, methods, files, threads, fingerprints, ids and notes. Press / to ' +
      'get there. What you look at is in the address, so a copied link leads to it.',
    'Copy gives a cause or a group as text, as an issue, as a rule that suppresses it, or as the ' +
      'command that shows every life with its stacks.',
  ];
  const how = h('details', { id: 'about-how' }, h('summary', { text: 'How to read this page' }),
    h('ol', { class: 'how' }, HOW.map((text) => h('li', { text }))),
    h('h3', { text: 'Words' }),
    h('dl', { class: 'words' }, Object.entries(Page.WORDS).map(([word, text]) =>
      h('div', {}, h('dt', { text: word }), h('dd', { text })))));

  const program = data.program || ['names of types, methods, files, threads, tests and requests',
    'notes', 'descriptions', 'messages of exceptions', 'labels'];
  const redacted = data.redacted || [];
  const source = h('p', {},
    program.length ? 'These texts come from the program that was recorded, not from Rollcall: ' +
      list(program) + '. Mind who may read them. ' : '',
    redacted.length ? h('strong', { text: 'Left out on purpose: ' + list(redacted) + '.' })
      : 'Nothing was left out; --redact notes,descriptions makes a page without them.');

  section.hidden = false;
  section.prepend(h('h2', { id: 'about-title', text: 'About this page' }), source, how);
  const box = h('details', { id: 'about-licences', hidden: !licences.childNodes.length },
    h('summary', { text: 'Licences of the libraries in this page' }));
  section.append(box);
  box.append(licences);
  section.append(h('p', { class: 'muted', text: 'Made by ' + (data.tool || 'Rollcall') +
    '. The page is whole: it loads nothing from anywhere, and sends nothing.' }));
})();
